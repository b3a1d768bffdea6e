import { parse } from 'yaml'

/** A value of a template, functions in their long form. */
type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

const SHORT = [
  'Ref',
  'Condition',
  'GetAtt',
  'Sub',
  'Join',
  'Select',
  'Split',
  'If',
  'Equals',
  'Not',
  'And',
  'Or',
  'FindInMap',
  'GetAZs',
  'ImportValue',
  'Base64',
  'Cidr',
]

/** A template as data that can be changed and written back: YAML with short tags, or JSON. */
export function templateJson(text: string): { Resources: { [id: string]: never } } {
  const tags = SHORT.flatMap((name) =>
    (['scalar', 'seq', 'map'] as const).map((kind) => ({
      tag: `!${name}`,
      ...(kind === 'scalar' ? {} : { collection: kind }),
      resolve: (value: unknown) => long(name, plain(value)),
    })),
  )
  return parse(text, { customTags: tags as never, logLevel: 'silent' }) as { Resources: { [id: string]: never } }
}

function plain(value: unknown): Json {
  const node = value as { toJSON?: () => Json }
  return typeof node === 'object' && typeof node.toJSON === 'function' ? node.toJSON() : (value as Json)
}

function long(name: string, value: Json): Json {
  if (name === 'Ref' || name === 'Condition') return { [name]: value }
  if (name !== 'GetAtt' || typeof value !== 'string') return { [`Fn::${name}`]: value }
  const dot = value.indexOf('.')
  return { 'Fn::GetAtt': [value.slice(0, dot), value.slice(dot + 1)] }
}
