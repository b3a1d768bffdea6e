import { ACCOUNT, REGION, StackBuilder } from './stack-builder.ts'

const ECR = `${ACCOUNT}.dkr.ecr.${REGION}.amazonaws.com/app:1`
const SECRET = `arn:aws:secretsmanager:${REGION}:${ACCOUNT}:secret:db-AbCdEf`
const ROLE = { id: 'ExecutionRole', name: 'execution' }
const LAYERS = {
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Principal: '*',
      Action: 's3:GetObject',
      Resource: `arn:aws:s3:::prod-${REGION}-starport-layer-bucket/*`,
    },
  ],
}
const READ = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 'secretsmanager:GetSecretValue', Resource: SECRET }],
}

const stack = () => new StackBuilder().vpc('Vpc', '10.0.0.0/16').group('Tasks')
const inNat = () =>
  stack()
    .internetGateway('Gateway')
    .subnet('Public', '10.0.0.0/24', { id: 'Gateway', kind: 'igw' })
    .nat('Nat', 'Public')
    .subnet('Private', '10.0.1.0/24', { id: 'Nat', kind: 'nat' })
const common = { group: 'Tasks', role: ROLE, logGroup: '/ecs/app', publicIp: false }

/** The five stacks, each with what is said of its service. */
export const STACKS: readonly {
  readonly name: string
  readonly verdict: string
  readonly stack: () => StackBuilder
}[] = [
  {
    name: 'a public address and an image of Docker Hub',
    verdict: 'starts',
    stack: () =>
      stack()
        .internetGateway('Gateway')
        .subnet('Public', '10.0.0.0/24', { id: 'Gateway', kind: 'igw' })
        .executionRole(ROLE.id, ROLE.name)
        .logGroup('Logs', '/ecs/app')
        .service('Web', { ...common, subnet: 'Public', image: 'nginx:1.27', publicIp: true }),
  },
  {
    name: 'a public subnet without a public address',
    verdict: 'fails',
    stack: () =>
      stack()
        .internetGateway('Gateway')
        .subnet('Public', '10.0.0.0/24', { id: 'Gateway', kind: 'igw' })
        .executionRole(ROLE.id, ROLE.name)
        .logGroup('Logs', '/ecs/app')
        .service('Web', { ...common, subnet: 'Public', image: ECR }),
  },
  {
    name: 'a secret that the code does not make, behind a NAT gateway',
    verdict: 'undecided',
    stack: () =>
      inNat()
        .executionRole(ROLE.id, ROLE.name, { name: 'read', document: READ })
        .logGroup('Logs', '/ecs/app')
        .service('Web', { ...common, subnet: 'Private', image: ECR, secret: SECRET }),
  },
  {
    name: 'endpoints, one of them with a policy',
    verdict: 'starts',
    stack: () => {
      const built = stack().group('Endpoints', 'Tasks').subnet('Private', '10.0.1.0/24')
      for (const [id, service] of Object.entries({ EcrApi: 'ecr.api', EcrDkr: 'ecr.dkr', LogsEndpoint: 'logs' }))
        built.endpoint(id, service, 'Private', 'Endpoints')
      return built
        .gatewayEndpoint('S3', 'Private', LAYERS)
        .executionRole(ROLE.id, ROLE.name)
        .logGroup('Logs', '/ecs/app')
        .service('Web', { ...common, subnet: 'Private', image: ECR })
    },
  },
  {
    name: 'a network ACL',
    verdict: 'starts',
    stack: () =>
      inNat()
        .acl('Acl', 'Private')
        .executionRole(ROLE.id, ROLE.name)
        .logGroup('Logs', '/ecs/app')
        .service('Web', { ...common, subnet: 'Private', image: ECR }),
  },
]
