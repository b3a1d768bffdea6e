import { type Gap, placeholder } from '@farsight/core'
import type { Resource } from './resource.ts'
import type { Name } from './resource-kind.ts'
import { AFTER_DEPLOY, embed, openOf, text } from './value.ts'

/** A text that names something, and why a part of it is open. */
export interface NameText {
  readonly text: string
  readonly open: Gap | null
}

/** `Ref` of things that AWS gives an id: the logical id stands for it. */
export const byId: Name = ({ id, type, known }, at) => {
  return { kind: 'reference', owner: id, type, id, embedded: known === undefined ? placeholder(id) : id, at }
}

/** The name given in a property, else the one that CloudFormation made up or will make up. */
export function nameOf(resource: Resource, property: string): NameText {
  const value = resource.get(property)
  const given = value.kind === 'absent' ? null : embed(value)
  if (given !== null) return { text: given, open: openOf(value) }
  const { deployed } = resource
  return deployed === undefined
    ? { text: placeholder(resource.id), open: AFTER_DEPLOY }
    : { text: deployed.key, open: null }
}

export function byName(property: string): Name {
  return (resource, at) => {
    const name = nameOf(resource, property)
    return text(name.text, at, name.open)
  }
}

/** An attribute that gives a property back. */
export function byProperty(property: string): Name {
  return (resource) => resource.get(property)
}

/** An ARN, made of the name of the resource. */
export function byArn(service: string, property: string, part: (name: string, resource: Resource) => string): Name {
  return (resource, at) => {
    const name = nameOf(resource, property)
    return text(regionalArn(resource, service, part(name.text, resource)), at, name.open)
  }
}

export function regionalArn({ environment }: Resource, service: string, rest: string): string {
  const { partition, region, account } = environment
  return `arn:${partition}:${service}:${region}:${account}:${rest}`
}

export function globalArn({ environment }: Resource, service: string, rest: string): string {
  return `arn:${environment.partition}:${service}::${environment.account}:${rest}`
}

/** Attributes by their names. */
export function attributes(table: Readonly<Record<string, Name>>): (name: string) => Name | undefined {
  const names = new Map(Object.entries(table))
  return (name) => names.get(name)
}
