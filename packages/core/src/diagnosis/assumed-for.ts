import type { JudgedRequirement } from '../launch/judge.ts'
import type { AssumptionId } from '../model/assumption.ts'
import type { Stop } from '../stops/stop.ts'

/** What is taken as good and could be the very thing that the stop is about, by the kind of its cause. */
const DECIDING: { readonly [Kind in Stop['kind']]?: ReadonlySet<AssumptionId> } = {
  network: new Set<AssumptionId>(['client-ports', 'public-hosts-outside-vpc']),
  permission: new Set<AssumptionId>(['organization-policies', 'policy-references-alone', 'images-on-other-registries']),
  missing: new Set<AssumptionId>([
    'images-on-other-registries',
    'images-pushed',
    'environment-files-uploaded',
    'file-system-paths',
    'cluster-active',
    'namespace-exists',
  ]),
  configuration: new Set<AssumptionId>([
    'images-on-other-registries',
    'image-platform',
    'secret-json-keys',
    'file-system-paths',
    'zones-served',
  ]),
  capacity: new Set<AssumptionId>(['new-subnet-addresses']),
}

/** Of what these requirements take as good, that which may be the cause. A message that names another layer excludes one. */
export function assumedFor(
  { kind, deniedBy }: Stop,
  requirements: readonly JudgedRequirement[],
): readonly AssumptionId[] {
  const taken = new Set(requirements.flatMap(({ outcomes }) => outcomes.flatMap(({ assumptions }) => assumptions)))
  const isOrganization = deniedBy === 'service-control-policy' || deniedBy === 'resource-control-policy'
  return [...taken].filter(
    (id) => DECIDING[kind]?.has(id) === true && (id !== 'organization-policies' || deniedBy === null || isOrganization),
  )
}
