import { helpTexts, helpTitles, type Language, severityWords, visible } from '@farsight/core'
import { Command, CommanderError, Help, InvalidArgumentError, Option } from 'commander'
import { CliError, ownFailure, usageError } from './cli-error.ts'
import type { DiagnoseCommandOptions } from './commands/diagnose.ts'
import type { ExplainOptions } from './commands/explain.ts'
import { type PreflightOptions, preflightCommand } from './commands/preflight.ts'
import type { Io } from './io/io.ts'
import { languageAskedFor, localeLanguage } from './language.ts'
import { account, ids, ignored, parameter, region, repeated } from './option-values.ts'
import { FORMATS, type OutputOptions } from './output-options.ts'

/** Builds the commands, runs the one that is asked for, and turns every way to end into an exit code. */
export async function run(args: readonly string[], io: Io, version: string): Promise<number> {
  const asked = languageAskedFor(args)
  const language = asked ?? localeLanguage(io.env)
  let exitCode = 0
  const program = programOf(io, language, version, (code) => {
    exitCode = code
  })
  try {
    await program.parseAsync(args.length === 0 ? ['--help'] : args, { from: 'user' })
    return exitCode
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0
    return report(errorOf(error), io, isJson(args) ? 'json' : 'text', isJson(args) ? (asked ?? 'en') : language)
  }
}

type Finish = (exitCode: number) => void

function programOf(io: Io, language: Language, version: string, finish: Finish): Command {
  const say = <Name extends keyof typeof helpTexts>(name: Name) => helpTexts[name][language]()
  const program = localized(new Command('farsight'), io, language)
    .description(say('program'))
    .version(version, '-V, --version', say('version'))
    .addHelpText(
      'after',
      `\n${say('examples')}\n  farsight demo\n  farsight preflight app.yaml --lang ja\n\n${say('exitCodes')}`,
    )
  addPreflight(program, io, language, finish)
  addDiagnose(program, io, language, finish)
  addExplain(program, io, language, finish)
  addDemo(program, io, language, finish)
  return program
}

function addPreflight(program: Command, io: Io, language: Language, finish: Finish): void {
  const say = <Name extends keyof typeof helpTexts>(name: Name) => helpTexts[name][language]()
  const command = localized(program.command('preflight'), io, language)
    .description(say('preflight'))
    .argument('[path]', say('path'))
    .option('--snapshot <file>', say('snapshot'))
    .option('--template <file>', say('template'), repeated)
    .option('--parameter <key=value>', say('parameter'), parameter)
    .option('--parameter-file <file>', say('parameterFile'), repeated)
    .option('--cdk-out <folder>', say('cdkOut'))
    .option('--stack <name>', say('stack'), repeated)
    .option('--terraform-plan <file>', say('terraformPlan'))
    .option('--terraform-dir <folder>', say('terraformDir'))
    .option('--task-definition <file>', say('taskDefinition'))
    .option('--subnet <id>', say('subnet'), ids('--subnet'))
    .option('--security-group <id>', say('securityGroup'), ids('--security-group'))
    .option('--assign-public-ip', say('assignPublicIp'))
    .option('--cluster <name>', say('cluster'))
    .option('--over <file>', say('over'))
    .option('--region <region>', say('region'), region)
    .option('--account <id>', say('account'), account)
  withFilters(withOutput(command, language), language)
    .addHelpText(
      'after',
      `\n${say('examples')}\n  farsight preflight snapshot.json\n  farsight preflight app.yaml --parameter Image=web:1 --format json\n\n${say('exitCodes')}`,
    )
    .action(async (path: string | undefined, options: PreflightOptions) => {
      finish(await preflightCommand(path, options, io))
    })
}

function addDiagnose(program: Command, io: Io, language: Language, finish: Finish): void {
  const say = <Name extends keyof typeof helpTexts>(name: Name) => helpTexts[name][language]()
  const command = localized(program.command('diagnose'), io, language)
    .description(say('diagnose'))
    .argument('[path]', say('diagnosePath'))
    .option('--snapshot <file>', say('diagnoseSnapshot'))
    .option('--message <text>', say('message'))
    .option('--event <file>', say('event'))
    .option('--task <id>', say('task'))
    .option('--service <name>', say('service'))
  withOutput(command, language, ['text', 'json', 'markdown'])
    .addHelpText(
      'after',
      `\n${say('examples')}\n  farsight diagnose snapshot.json --service web\n  farsight diagnose --snapshot snapshot.json --message "CannotPullContainerError: …"\n  aws ecs describe-tasks … | farsight diagnose - --snapshot snapshot.json\n\n${say('diagnoseExitCodes')}`,
    )
    .action(async (path: string | undefined, options: DiagnoseCommandOptions) => {
      const { diagnoseCommand } = await import('./commands/stops.ts')
      finish(await diagnoseCommand(path, options, io))
    })
}

function addExplain(program: Command, io: Io, language: Language, finish: Finish): void {
  const say = <Name extends keyof typeof helpTexts>(name: Name) => helpTexts[name][language]()
  localized(program.command('explain'), io, language)
    .description(say('explain'))
    .argument('[subject]', say('explainSubject'))
    .option('--message <text>', say('message'))
    .addOption(new Option('--lang <language>', say('lang')).choices(['en', 'ja']))
    .addOption(
      new Option('--format <format>', say('explainFormat')).choices(['text', 'json', 'markdown']).default('text'),
    )
    .addOption(new Option('--fail-on <verdict>', say('failOn')).choices(['fails', 'undecided']).default('undecided'))
    .option('-o, --output <file>', say('output'))
    .addHelpText(
      'after',
      `\n${say('examples')}\n  farsight explain --message "Task failed container health checks"\n  farsight explain no-route-to-s3\n  aws ecs describe-tasks … | farsight explain -\n\n${say('explainExitCodes')}`,
    )
    .action(async (subject: string | undefined, options: ExplainOptions) => {
      const { explainCommand } = await import('./commands/stops.ts')
      finish(await explainCommand(subject, options, io))
    })
}

function addDemo(program: Command, io: Io, language: Language, finish: Finish): void {
  const command = localized(program.command('demo'), io, language).description(helpTexts.demo[language]())
  withFilters(withOutput(command, language), language)
    .addHelpText('after', `\n${helpTexts.examples[language]()}\n  farsight demo --lang ja`)
    .action(async (options: OutputOptions) => {
      const { demoCommand } = await import('./commands/stops.ts')
      finish(await demoCommand(options, io))
    })
}

/** What of an answer counts. */
function withFilters(command: Command, language: Language): Command {
  return command
    .option('--ignore <cause>', helpTexts.ignore[language](), ignored)
    .option('--baseline <file>', helpTexts.baseline[language]())
}

function withOutput(command: Command, language: Language, formats: readonly string[] = FORMATS): Command {
  const say = <Name extends keyof typeof helpTexts>(name: Name) => helpTexts[name][language]()
  return command
    .addOption(new Option('--lang <language>', say('lang')).choices(['en', 'ja']))
    .addOption(
      new Option('--format <format>', say(formats === FORMATS ? 'format' : 'explainFormat'))
        .choices(formats)
        .default('text'),
    )
    .addOption(new Option('--fail-on <verdict>', say('failOn')).choices(['fails', 'undecided']).default('undecided'))
    .option('--strict', say('strict'))
    .option('-o, --output <file>', say('output'))
    .option('--quiet', say('quiet'))
}

/** Help in the user's language, nothing printed but through `io`, and errors thrown instead of ending the process. */
function localized(command: Command, io: Io, language: Language): Command {
  return command
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: () => undefined,
      getOutHelpWidth: () => Math.min(io.columns ?? 80, 100),
    })
    .configureHelp({
      // Choices and defaults stand in the descriptions, in the language of the help.
      optionDescription: (option) => option.description,
      styleTitle: (title) => helpTitles[title]?.[language]() ?? title,
      displayWidth: Help.prototype.displayWidth,
    })
    .helpOption('-h, --help', helpTexts.help[language]())
    .helpCommand(false)
    .exitOverride()
}

/** Commander's errors, and everything else that was thrown, as ours. */
function errorOf(error: unknown): CliError {
  if (error instanceof CliError) return error
  if (!(error instanceof CommanderError) || error instanceof InvalidArgumentError) return ownFailure(error)
  const [, quoted = ''] = /'([^']*)'/.exec(error.message) ?? []
  switch (error.code) {
    case 'commander.unknownOption':
      return usageError('E_UNKNOWN_OPTION', { name: quoted })
    case 'commander.unknownCommand':
      return usageError('E_UNKNOWN_COMMAND', { name: quoted })
    case 'commander.optionMissingArgument':
      return usageError('E_MISSING_VALUE', { name: quoted.split(' ').find((part) => part.startsWith('--')) ?? quoted })
    case 'commander.excessArguments':
      return usageError('E_TOO_MANY_ARGUMENTS', undefined)
    case 'commander.invalidArgument':
      return invalidChoice(error.message)
    default:
      return usageError('E_USAGE', { message: error.message.replace(/^error: /, '') })
  }
}

/** `error: option '--lang <language>' argument 'fr' is invalid. Allowed choices are en, ja.` */
function invalidChoice(message: string): CliError {
  const [, flags = '', value = '', expected = ''] =
    /option '([^']*)' argument '([^']*)' is invalid\. Allowed choices are (.*)\.$/.exec(message) ?? []
  const option = flags.split(' ').find((part) => part.startsWith('--')) ?? flags
  return usageError('E_INVALID_VALUE', { option, value, expected: expected.replaceAll(', ', ' | ') })
}

function isJson(args: readonly string[]): boolean {
  return args.some((arg, position) => arg === '--format=json' || (arg === '--format' && args[position + 1] === 'json'))
}

function report(error: CliError, io: Io, format: 'text' | 'json', language: Language): number {
  if (format === 'json')
    io.stdout.write(`${JSON.stringify({ schema: 'farsight.error/1', ...errorJson(error, language) }, null, 2)}\n`)
  else for (const each of [error, ...error.others]) io.stderr.write(`${errorLine(each, language)}\n`)
  if (error.exitCode === 3 && io.env['FARSIGHT_DEBUG'] !== undefined && error.cause instanceof Error) {
    io.stderr.write(`${error.cause.stack}\n`)
  }
  return error.exitCode
}

function errorJson(error: CliError, language: Language): object {
  const { code, at, others } = error
  const more = others.length === 0 ? {} : { others: others.map((other) => errorJson(other, language)) }
  return { code, message: error.sentence(language), at, ...more }
}

function errorLine(error: CliError, language: Language): string {
  const place = error.at === null ? '' : `${placeText(error.at)}: `
  return `${severityWords.error[language]()}: ${visible(`${place}${error.sentence(language)}`)} [${error.code}]`
}

function placeText({ file, line, column }: NonNullable<CliError['at']>): string {
  return [file, line, column].filter((part) => part !== null).join(':')
}
