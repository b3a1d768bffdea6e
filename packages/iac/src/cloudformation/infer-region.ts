import { isRegion, regionOfRepository, regionOfService, regionOfZone } from './regions.ts'
import type { Resolver } from './resolver.ts'
import type { Resource } from './resource.ts'
import { fieldOf, type Value } from './value.ts'

interface Evidence {
  readonly region: string
  readonly text: string
  readonly at: number
}

/** How to find literal Regions in a resource, the most telling way first. */
type Witness = (resource: Resource) => readonly Evidence[]

/** A stack with literal Availability Zones or endpoint services can be created nowhere else. */
const placed: Witness = (resource) => {
  if (resource.type === 'AWS::EC2::Subnet') return literal(resource.get('AvailabilityZone'), regionOfZone)
  return resource.type === 'AWS::EC2::VPCEndpoint' ? literal(resource.get('ServiceName'), regionOfService) : []
}

/** Tasks could log to another Region; hardly any do. */
const logging: Witness = (resource) => {
  if (resource.type !== 'AWS::ECS::TaskDefinition') return []
  const containers = resource.get('ContainerDefinitions')
  return (containers.kind === 'list' ? containers.items : []).flatMap((container) => {
    const options = inside(inside(container, 'LogConfiguration'), 'Options')
    const region = inside(options, 'awslogs-region')
    return region === null ? [] : literal(region, (text) => (isRegion(text) ? text : null))
  })
}

/** Hosts of private ECR; repositories of another Region are rare. */
const pulling: Witness = (resource) => {
  if (resource.type !== 'AWS::ECS::TaskDefinition') return []
  const containers = resource.get('ContainerDefinitions')
  return (containers.kind === 'list' ? containers.items : []).flatMap((container) => {
    const image = inside(container, 'Image')
    return image === null ? [] : literal(image, regionOfRepository)
  })
}

/**
 * The Region that the literals of the template agree on, with a warning that says which; undefined where there are none
 * or they disagree.
 */
export function inferRegion(resolvers: readonly Resolver[]): string | undefined {
  for (const witness of [placed, logging, pulling]) {
    const found = resolvers.flatMap(({ resources, problems }) =>
      resources.flatMap(witness).map((evidence) => ({ ...evidence, problems })),
    )
    const [first] = found
    if (first === undefined) continue
    if (found.some(({ region }) => region !== first.region)) return undefined
    first.problems.report('W_REGION_INFERRED', first.at, { region: first.region, evidence: first.text })
    return first.region
  }
  return undefined
}

function literal(value: Value, regionIn: (text: string) => string | null): readonly Evidence[] {
  if (value.kind !== 'text' || value.open !== null) return []
  const region = regionIn(value.text)
  return region === null ? [] : [{ region, text: value.text, at: value.at }]
}

function inside(value: Value | null, name: string): Value | null {
  return value === null ? null : (fieldOf(value, name)?.value ?? null)
}
