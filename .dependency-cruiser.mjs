/**
 * The architecture, as rules that `npm run check -- boundaries` enforces. Each comment tells the offender what to do.
 *
 * A package is an install boundary; a folder of core is an architecture boundary.
 */

/**
 * What a folder of packages/core/src may import beside itself. Nothing points back, so a change in `words` cannot change
 * a verdict.
 */
const coreFolders = {
  model: [],
  network: ['model'],
  iam: ['model'],
  launch: ['model', 'network', 'iam'],
  causes: ['model', 'network', 'iam', 'launch'],
  stops: ['model', 'launch', 'causes'],
  diagnosis: ['model', 'network', 'iam', 'launch', 'stops', 'causes'],
  repairs: ['model', 'network', 'iam', 'launch', 'stops', 'causes'],
  words: ['model', 'network', 'iam', 'launch', 'stops', 'causes', 'diagnosis', 'repairs'],
}

const core = '^packages/core/src/'
const tests = '[.]test[.]ts$'
const fileSystem = '^(node:)?fs(/promises)?$'

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const folderRules = Object.entries(coreFolders).map(([folder, readable]) => ({
  name: `core-${folder}-imports-only-what-it-reads`,
  comment:
    `core/src/${folder} may import ${['itself', ...readable].join(', ')} and nothing else of core. If it needs a type ` +
    'from another folder, that noun belongs lower down, most often in model; if it needs a result, take it as an argument.',
  severity: 'error',
  from: { path: `${core}${folder}/`, pathNot: tests },
  to: { path: core, pathNot: `${core}(${[folder, ...readable].join('|')})/` },
}))

/** @type {import('dependency-cruiser').IConfiguration} */
const configuration = {
  forbidden: [
    ...folderRules,
    {
      name: 'core-questions-do-not-render',
      comment:
        'preflight, diagnose, repair and the other questions answer with data. Text is made from that answer, in report ' +
        'and words: let the caller render what the question returns.',
      severity: 'error',
      from: { path: `${core}[^/]+[.]ts$`, pathNot: [`${core}index[.]ts$`, tests] },
      to: { path: `${core}(report|words)/` },
    },
    {
      name: 'core-index-is-for-other-packages',
      comment: 'Inside core, import the file that has what you need; index.ts only says what other packages may use.',
      severity: 'error',
      from: { path: core, pathNot: tests },
      to: { path: `${core}index[.]ts$` },
    },
    {
      name: 'core-has-no-dependencies',
      comment:
        'Core runs in Node, a browser and Lambda alike: no package and no Node module. Write the few lines, or pass the ' +
        'ability in as an argument from cli or iac.',
      severity: 'error',
      from: { path: core, pathNot: tests },
      to: { pathNot: core, couldNotResolve: false },
    },
    {
      name: 'iac-imports-core-yaml-and-zod',
      comment:
        'A reader turns text into a snapshot with yaml and zod. It opens no files: the caller passes read(path) in. For ' +
        'another library, write down in docs/decisions why, then add it here.',
      severity: 'error',
      from: { path: '^packages/iac/src/', pathNot: tests },
      to: {
        pathNot: ['^packages/iac/src/', '^packages/core/src/index[.]ts$', 'node_modules/(yaml|zod)/'],
        couldNotResolve: false,
      },
    },
    {
      name: 'files-are-read-in-cli-io',
      comment:
        'Only packages/cli/src/io and packages/cli/bin touch the file system. Take a reading function as an argument, ' +
        'so that a command can be tested with strings.',
      severity: 'error',
      from: { path: '^packages/', pathNot: ['^packages/cli/(src/io|bin)/', tests] },
      to: { path: fileSystem },
    },
    {
      name: 'packages-meet-at-their-front-door',
      comment: "Import another package by its name ('@farsight/core'), and export what you need from its src/index.ts.",
      severity: 'error',
      from: { path: '^packages/([^/]+)/' },
      to: {
        path: '^packages/[^/]+/',
        pathNot: [
          '^packages/$1/',
          '^packages/[^/]+/src/index[.]ts$',
          // Entry points of their own, so that a command loads the reader that it needs and no other
          '^packages/iac/src/((cloudformation|cdk|terraform)/index|snapshot/read-snapshot|task-definition/read-task-definition)[.]ts$',
        ],
      },
    },
    {
      name: 'packages-are-named-not-reached-into',
      comment:
        "A relative path leads out of this package into another. Import the package by its name ('@farsight/core'): its " +
        'package.json must list it as a dependency.',
      severity: 'error',
      from: { path: '^packages/([^/]+)/' },
      to: {
        path: '^packages/[^/]+/src/index[.]ts$',
        pathNot: '^packages/$1/',
        dependencyTypes: ['local'],
      },
    },
    {
      name: 'dependencies-point-inwards',
      comment:
        'core knows neither iac nor cli, and iac does not know cli. Move the shared part down into the inner one.',
      severity: 'error',
      from: { path: '^packages/(core|iac)/' },
      to: { path: '^packages/cli/' },
    },
    {
      name: 'packages-do-not-import-the-workbench',
      comment:
        'tests, cases, bench and scripts stand on the packages, never the other way around. Move what is shared into a ' +
        'package. Only the demo carries one case, whose snapshot is bundled.',
      severity: 'error',
      from: { path: '^packages/', pathNot: [tests, '^packages/cli/src/commands/demo[.]ts$'] },
      to: { path: '^(tests|cases|bench|scripts)/' },
    },
    {
      name: 'tests-are-not-imported',
      comment:
        'Importing a test file runs its tests twice. Move what is shared into a file of its own without .test in its name.',
      severity: 'error',
      from: {},
      to: { path: tests },
    },
    {
      name: 'no-cycle',
      comment:
        'These files need each other, so none can be understood or tested alone. Move what both need into a third file, ' +
        'or pass it as an argument.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphan',
      comment: 'Nothing imports this file and it imports nothing. Use it or delete it.',
      severity: 'error',
      from: { orphan: true, pathNot: ['^packages/[^/]+/src/(index|main)[.]ts$', '^packages/cli/bin/', tests] },
      to: {},
    },
    {
      name: 'resolvable',
      comment:
        'This import leads nowhere. Correct the path (with its .ts extension), or add the package to package.json.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    // Imports of types count: a folder that needs another's types depends on it
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(packages/[^/]+/dist|coverage)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}

export default configuration
