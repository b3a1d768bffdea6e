/**
 * The services that resource control policies bear on, by the prefix of their actions.
 *
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html#rcp-supported-services
 */
const SERVICES: ReadonlySet<string> = new Set([
  's3',
  'sts',
  'kms',
  'sqs',
  'secretsmanager',
  'cognito-idp',
  'cognito-identity',
  'cognito-sync',
  'logs',
  'dynamodb',
  'appconfig',
  'appstream',
  'autoscaling',
  'codebuild',
  'codecommit',
  'comprehend',
  'comprehendmedical',
  'dax',
  'ecr',
  'health',
  'kinesisvideo',
  'aoss',
  'signin',
  'support',
  'textract',
  'transcribe',
  'translate',
])

/** What has no resource, such as `ecr:GetAuthorizationToken`, is bound by the policies of the caller's own account. */
export function isUnderResourceControl(action: string): boolean {
  return SERVICES.has(action.slice(0, action.indexOf(':')).toLowerCase())
}
