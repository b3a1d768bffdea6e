import { callOrigin, codeOrigin } from '../schema/origin.ts'
import { account, regionState, snapshot } from '../schema/snapshot.ts'
import { define } from './definition.ts'

export const snapshotDefinitions = {
  Snapshot: define(
    snapshot,
    'Farsight snapshot, version 1',
    'The AWS state that an answer rests on. docs/snapshot.md explains it.',
    {
      schema: 'Says that this is a snapshot, and in which version.',
      takenAt: 'When the state was read, ISO 8601 with a time zone. Absent where the snapshot is of code.',
      accounts: 'By account id: twelve digits, or a placeholder such as `«AWS::AccountId»`.',
      origins: 'Where each part came from, by JSON pointer; what is not listed has the origin of the part around it.',
    },
  ),
  Account: define(account, 'Account', 'One AWS account: what it has as a whole, and its Regions.', {
    organization:
      'The organization of the account and its policies. `null`: asked, and it is in none; absent: not read (a member account cannot read its policies).',
    roles: 'IAM roles, by name without the path.',
    policies:
      'Managed policies, by ARN. AWS managed policies need not be written; one that is written replaces what Farsight knows of it.',
    buckets: 'S3 buckets, by name.',
    regions: 'By Region code, such as `ap-northeast-1`.',
  }),
  Region: define(regionState, 'Region', 'What an account has in one Region.', {
    vpcs: 'VPCs, by id, with everything in them.',
    prefixLists: 'Prefix lists, by id: yours with their blocks, those of AWS services with their names.',
    transitGateways:
      'Transit gateways that VPCs are attached to, by id; also those that another account shares. Absent: not read.',
    clusters: 'ECS clusters, by name.',
    capacityProviders:
      'Capacity providers of yours, by name: they tell Managed Instances from EC2 instances. Absent: taken for EC2.',
    namespaces: 'Cloud Map namespaces, by name or ARN, as services and clusters name them.',
    discoveryServices: 'Services of AWS Cloud Map, by ARN, as ECS services name them in `serviceRegistries`.',
    services: 'ECS services: each is judged. By name, or by any other key: it is what the report calls them.',
    runTasks: 'Runs of a task without a service: each is judged. By a name of your choice.',
    stateMachines: 'Workflows of Step Functions, by name: each of their states that runs a task is judged.',
    otherLaunches:
      'What else starts on Fargate (Express Mode, AWS Batch, EKS), by name or id: the report lists it as skipped, with the reason.',
    taskDefinitions: 'By `family:revision`.',
    tasks: 'Tasks that run or ran, by task id.',
    registry: 'What holds for all private ECR repositories.',
    repositories: 'Private ECR repositories, by name.',
    secrets: 'Secrets Manager secrets, by full ARN with the six characters at its end. Never their values.',
    parameters: 'SSM parameters, by name as it is (`/prod/db/url`, `url`). Never their values.',
    keys: 'KMS keys, by key id.',
    logGroups: 'CloudWatch Logs log groups, by name.',
    fileSystems: 'File systems of EFS and of S3 Files, by id.',
    ebsSnapshots: 'Snapshots of EBS volumes, by id: those that volumes are made of.',
    loadBalancers: 'Load balancers, by ARN.',
    targetGroups: 'Target groups, by ARN.',
    exports: "Values of CloudFormation's exports, by name: what templates import.",
    quotas: 'Service quotas as they apply to the account, by quota code (`L-3032A538`).',
    accountSettings:
      'ECS account settings, by name (`dualStackIPv6`, `guardDutyActivate`, `tagResourceAuthorization`, `defaultLogDriverMode` …).',
  }),
  CodeOrigin: define(codeOrigin, 'Origin in code', 'A place in a file.', {
    file: 'The file, as it was named on the command line.',
    line: 'Counted from 1.',
    column: 'Counted from 1.',
    path: 'The address inside the file: a logical id, a construct path.',
  }),
  CallOrigin: define(callOrigin, 'Origin in an account', 'A call to AWS.', {
    call: 'The API call, such as `ec2:DescribeSubnets`.',
    arn: 'What it was asked about.',
  }),
}
