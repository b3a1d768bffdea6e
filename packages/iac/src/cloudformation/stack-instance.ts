import type { Deployed } from './deployed.ts'
import type { Environment } from './environment.ts'
import type { Template } from './parse-template.ts'
import type { Problems } from './problems.ts'
import type { Reference } from './references.ts'
import type { NestedStack } from './registry.ts'
import type { Resolver } from './resolver.ts'

/** A template as it is parsed, once for all stacks that are made of it. */
export interface ParsedTemplate {
  readonly file: string
  readonly template: Template
  readonly problems: Problems
  readonly references: readonly Reference[]
}

/** One stack of the assembly, with its own values. */
export interface StackInstance extends NestedStack {
  readonly parsed: ParsedTemplate
  readonly environment: Environment
  /** Whether its launches are asked for. */
  readonly isJudged: boolean
  /** Stands before its ids. */
  readonly prefix: string
  /** What the account has of it already. */
  readonly deployed: readonly Deployed[]
  readonly resolver: Resolver
}
