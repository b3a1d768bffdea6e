import { type Gap, isGap, sameText } from '@farsight/core'
import type { Template } from './parse-template.ts'
import type { Problems } from './problems.ts'
import { type CallNode, type TemplateNode, textOf } from './template-node.ts'
import { embed, openOf, sameValue, type Value } from './value.ts'

/** Whether a condition holds, or why nobody knows. */
export type Truth = boolean | Gap

export interface Conditions {
  condition(name: string, at: number): Truth
  truth(node: TemplateNode): Truth
}

/** Beyond it a comparison of open texts is not worth its time. */
const MAX_COMPARED = 256
const MAX_NESTED = 400

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-conditions.html */
export function createConditions(
  template: Template,
  problems: Problems,
  value: (node: TemplateNode) => Value,
): Conditions {
  const known = new Map<string, Truth>()
  const open = new Set<string>()
  let depth = 0

  const condition = (name: string, at: number): Truth => {
    const found = known.get(name)
    if (found !== undefined) return found
    const node = template.conditions.get(name)
    if (node === undefined) return undefinedCondition(name, at, template, problems)
    if (open.has(name) || depth >= MAX_NESTED) {
      problems.report('E_CIRCULAR_REFERENCE', node.at, {}, name)
      return unknownCondition(name)
    }
    open.add(name)
    const result = truth(node)
    open.delete(name)
    const told = isGap(result) ? unknownCondition(name) : result
    known.set(name, told)
    return told
  }

  const truth = (node: TemplateNode): Truth => {
    depth++
    const result = depth > MAX_NESTED ? unknownCondition(node.kind) : judge(node)
    depth--
    return result
  }

  const judge = (node: TemplateNode): Truth => {
    if (node.kind === 'call') return call(node)
    const name = textOf(node.kind === 'map' ? node.entries.get('Condition')?.value : undefined)
    if (name !== null) return condition(name, node.at)
    const text = textOf(node)?.toLowerCase()
    return text === 'true' ? true : text === 'false' ? false : unknownCondition(text ?? node.kind)
  }

  const call = ({ name, argument, at }: CallNode): Truth => {
    const operands = argument.kind === 'list' ? argument.items : [argument]
    switch (name) {
      case 'Condition':
        return condition(textOf(argument) ?? '', at)
      case 'Fn::Equals':
        return equals(operands.map(value), name)
      case 'Fn::Not':
        return not(operands[0] === undefined ? unknownCondition(name) : truth(operands[0]))
      case 'Fn::And':
        return all(operands.map(truth))
      case 'Fn::Or':
        return not(all(operands.map(truth).map(not)))
      default:
        return unknownCondition(name)
    }
  }

  return { condition, truth }
}

function undefinedCondition(name: string, at: number, template: Template, problems: Problems): Truth {
  if (template.transforms.length === 0) problems.report('E_UNDEFINED_CONDITION', at, { name })
  return unknownCondition(name)
}

function unknownCondition(name: string): Gap {
  return { gap: 'unresolved', expression: `Condition ${name}` }
}

function not(truth: Truth): Truth {
  return isGap(truth) ? truth : !truth
}

function all(truths: readonly Truth[]): Truth {
  if (truths.includes(false)) return false
  return truths.find(isGap) ?? true
}

function equals([left, right]: readonly Value[], name: string): Truth {
  if (left === undefined || right === undefined) return unknownCondition(name)
  if (sameValue(left, right)) return true
  const open = openOf(left) ?? openOf(right)
  const [first, second] = [embed(left), embed(right)]
  if (first === null || second === null || open === null) return open ?? false
  if (first.length > MAX_COMPARED || second.length > MAX_COMPARED) return open
  return sameText(first, second) ?? open
}
