/**
 * The short forms of intrinsic functions in YAML and their long names.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
 */
const SHORT_TAGS: ReadonlyMap<string, string> = new Map([
  ['!Ref', 'Ref'],
  ['!Condition', 'Condition'],
  ...[
    'And',
    'Base64',
    'Cidr',
    'Contains',
    'EachMemberEquals',
    'EachMemberIn',
    'Equals',
    'FindInMap',
    'ForEach',
    'GetAtt',
    'GetAZs',
    'GetStackOutput',
    'If',
    'ImportValue',
    'Join',
    'Length',
    'Not',
    'Or',
    'RefAll',
    'Select',
    'Split',
    'Sub',
    'ToJsonString',
    'Transform',
    'ValueOf',
    'ValueOfAll',
  ].map((name): [string, string] => [`!${name}`, `Fn::${name}`]),
])

/** Tags of YAML itself that say nothing which the text does not say. */
const PLAIN_TAGS = new Set(['str', 'int', 'float', 'bool', 'null', 'map', 'seq', 'timestamp'])

export function longNameOf(tag: string): string | null {
  return SHORT_TAGS.get(tag) ?? null
}

/** Whether a tag, as it is written, is one that CloudFormation knows. */
export function isKnownTag(tag: string): boolean {
  const [, plain] = /^(?:!!|!<tag:yaml\.org,2002:)(\w+)>?$/.exec(tag) ?? []
  return SHORT_TAGS.has(tag) || (plain !== undefined && PLAIN_TAGS.has(plain))
}

const FUNCTIONS = new Set(SHORT_TAGS.values())

/** Whether CloudFormation has a function of that long name. */
export function isFunction(name: string): boolean {
  return FUNCTIONS.has(name)
}
