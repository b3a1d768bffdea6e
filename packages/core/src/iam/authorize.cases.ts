import { ACTIONS } from './authorize.cases/actions.ts'
import type { Case } from './authorize.cases/case.ts'
import { CONDITIONS } from './authorize.cases/conditions.ts'
import { DECISION } from './authorize.cases/decision.ts'
import { ENDPOINTS } from './authorize.cases/endpoints.ts'
import { LAYERED } from './authorize.cases/layers.ts'
import { MALFORMED } from './authorize.cases/malformed.ts'
import { MANAGED } from './authorize.cases/managed-policies.ts'
import { OPEN_LAYERS } from './authorize.cases/open-layers.ts'
import { OWNERS } from './authorize.cases/owners.ts'
import { NOBODY } from './authorize.cases/pre-signed.ts'
import { ON_RESOURCES } from './authorize.cases/resource-policies.ts'
import { RESOURCES } from './authorize.cases/resources.ts'
import { ROLES } from './authorize.cases/roles.ts'
import { UNKNOWN } from './authorize.cases/unknown.ts'

/** What AWS documents of the answer to a request, and what stays open, as data. */
export const CASES: readonly Case[] = [
  ...DECISION,
  ...ACTIONS,
  ...RESOURCES,
  ...MANAGED,
  ...ROLES,
  ...UNKNOWN,
  ...CONDITIONS,
  ...MALFORMED,
  ...ENDPOINTS,
  ...NOBODY,
  ...LAYERED,
  ...ON_RESOURCES,
  ...OWNERS,
  ...OPEN_LAYERS,
]
