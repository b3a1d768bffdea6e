import { type Gap, hasPlaceholder, placeholder } from '@farsight/core'
import { withDynamicReferences } from './dynamic-references.ts'
import type { Environment } from './environment.ts'
import { joined } from './intrinsics/join.ts'
import { splitValue } from './intrinsics/split.ts'
import type { ParameterNode } from './parse-template.ts'
import type { Resolver } from './resolver.ts'
import { textOf } from './template-node.ts'
import { ABSENT, embed, openOf, relocated, text, unknown, unresolved, type Value } from './value.ts'

/**
 * What `Ref` gives for a pseudo parameter; null where the name is none.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html
 */
export function pseudoParameter(name: string, environment: Environment, at: number): Value | null {
  switch (name) {
    case 'AWS::NoValue':
      return { ...ABSENT, at }
    case 'AWS::Region':
      return placed(environment.region, '--region', at)
    case 'AWS::AccountId':
      return placed(environment.account, '--account', at)
    case 'AWS::Partition':
      return text(environment.partition, at)
    case 'AWS::URLSuffix':
      return text(environment.urlSuffix, at)
    case 'AWS::StackName':
      return text(environment.stackName, at, hasPlaceholder(environment.stackName) ? { gap: 'parameter', name } : null)
    case 'AWS::StackId':
      return text(stackId(environment), at, { gap: 'after-deploy' })
    case 'AWS::NotificationARNs':
      return unknown({ gap: 'parameter', name }, name, at)
    default:
      return null
  }
}

function stackId({ partition, region, account, stackName }: Environment): string {
  const stack = `stack/${stackName}/${placeholder('AWS::StackId')}`
  return `arn:${partition}:cloudformation:${region}:${account}:${stack}`
}

/** Code does not say where it is deployed; an option does. */
function placed(value: string, option: '--region' | '--account', at: number): Value {
  return text(value, at, hasPlaceholder(value) ? { gap: 'option', option } : null)
}

interface AskedParameter {
  readonly name: string
  readonly node: ParameterNode
  /** By a person a text, by a parent stack a value. */
  readonly given: string | Value | undefined
  readonly at: number
}

/** The value given, else the default, else a gap that names the parameter. */
export function parameterValue(asked: AskedParameter, resolver: Resolver): Value {
  const { name, node, given, at } = asked
  if (typeof given === 'object' && given.kind !== 'absent') return passedOn(given, asked, resolver)
  const literal = (typeof given === 'object' ? undefined : given) ?? defaultOf(node)
  if (node.type.startsWith('AWS::SSM::Parameter::Value')) {
    return ssmValue(name, literal, at)
  }
  if (literal === null) return unknown({ gap: 'parameter', name }, name, at)
  if (!isListType(node.type)) return withDynamicReferences(literal, at, null)
  const items = literal.split(',').map((item) => withDynamicReferences(item.trim(), at, null))
  return { kind: 'list', items, at }
}

/** What a parent stack gives: a list travels as one text. */
function passedOn(given: Value, { name, node, at }: AskedParameter, resolver: Resolver): Value {
  if (node.type.startsWith('AWS::SSM::Parameter::Value')) return ssmValue(name, embed(given), at)
  if (!isListType(node.type))
    return given.kind === 'list' ? joined(given.items, ',', at, resolver) : relocated(given, at)
  if (given.kind === 'list' || given.kind === 'unknown') return relocated(given, at)
  return splitValue(embed(given) ?? '', ',', { open: openOf(given), at }, resolver)
}

/** The value of the parameter is the name in Parameter Store; what `Ref` gives is known to the account alone. */
function ssmValue(name: string, path: string | null, at: number): Value {
  const gap: Gap = path === null ? { gap: 'parameter', name } : unresolved(`SSM parameter ${path}`, at).gap
  return unknown(gap, name, at)
}

function defaultOf({ default: node }: ParameterNode): string | null {
  if (node === null) return null
  if (node.kind === 'list') return node.items.map((item) => textOf(item) ?? '').join(',')
  return node.kind === 'scalar' ? (node.text ?? '') : null
}

function isListType(type: string): boolean {
  return type === 'CommaDelimitedList' || type.startsWith('List<')
}
