/**
 * Regions of AWS, from `partitions.json` of botocore 1.44.5. A name outside the list (`test-region` in recorded
 * templates) is not taken for one.
 */
const REGIONS: ReadonlySet<string> = new Set(
  [
    'af-south-1 ap-east-1 ap-east-2 ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-south-2',
    'ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-6 ap-southeast-7',
    'ca-central-1 ca-west-1 eu-central-1 eu-central-2 eu-north-1 eu-south-1 eu-south-2 eu-west-1 eu-west-2 eu-west-3',
    'il-central-1 me-central-1 me-south-1 me-west-1 mx-central-1 sa-east-1 sa-west-1 us-east-1 us-east-2 us-west-1 us-west-2',
    'cn-north-1 cn-northwest-1 us-gov-east-1 us-gov-west-1',
    'us-iso-east-1 us-iso-west-1 us-isob-east-1 us-isob-west-1 eu-isoe-west-1 us-isof-east-1 us-isof-south-1',
    'eusc-de-east-1',
  ].flatMap((line) => line.split(' ')),
)

export function isRegion(name: string): boolean {
  return REGIONS.has(name)
}

/** The Region in the name of an Availability Zone: `us-east-1a`, and `us-west-2-lax-1a` of a Local Zone. */
export function regionOfZone(zone: string): string | null {
  const [region] = /^[a-z]+(?:-[a-z]+)+-\d+/.exec(zone) ?? []
  return region !== undefined && region !== zone && isRegion(region) ? region : null
}

/** The Region in the name of an endpoint service: `com.amazonaws.us-east-1.ecr.api`. */
export function regionOfService(serviceName: string): string | null {
  const [, region] = /^(?:cn\.)?com\.amazonaws\.([a-z0-9-]+)\./.exec(serviceName) ?? []
  return region !== undefined && isRegion(region) ? region : null
}

/** The Region in the URI of an image of private ECR: `111122223333.dkr.ecr.us-east-1.amazonaws.com/web:1`. */
export function regionOfRepository(image: string): string | null {
  const [, region] = /^\d{12}\.dkr\.ecr\.([a-z0-9-]+)\.amazonaws\.com/.exec(image) ?? []
  return region !== undefined && isRegion(region) ? region : null
}
