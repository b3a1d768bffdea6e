import { describe, expect, test } from 'vitest'
import { indented, read } from '../test-template.ts'

const stack = (fragment: string) => read(`Resources:\n${indented(fragment.trim(), 2)}\n`)

const POLICY = '{Statement: [{Effect: Allow, Principal: "*", Action: a, Resource: "*"}]}'
const document = { Statement: [{ Effect: 'Allow', Principal: '*', Action: 'a', Resource: '*' }] }

describe('a secret', () => {
  const arn = (name: string) => `arn:aws:secretsmanager:«AWS::Region»:«AWS::AccountId»:secret:${name}-«S.suffix»`
  test.each([
    ['GenerateSecretString: {}', arn('«S»'), true],
    ['Name: db, SecretString: x', arn('db'), true],
    ['Name: db', arn('db'), false],
  ])('%s', (properties, key, hasValue) => {
    const { region } = stack(`S: {Type: AWS::SecretsManager::Secret, Properties: {${properties}}}`)
    expect(region.secrets).toEqual({ [key]: { hasValue, policyDocument: null } })
  })

  test('may be empty where a condition that is not known leaves its value out, and is not where one of two gives it', () => {
    const left = '!If [W, x, !Ref "AWS::NoValue"]'
    const generated = '!If [W, !Ref "AWS::NoValue", {}]'
    const secretOf = (properties: string) => {
      const { region } = read(`Parameters: {Which: {Type: String}}
Conditions: {W: !Equals [!Ref Which, a]}
Resources:
  S: {Type: AWS::SecretsManager::Secret, Properties: {${properties}}}
`)
      return region.secrets
    }
    const [key, gap] = [arn('«S»'), { gap: 'unresolved', expression: 'Condition W' }]
    expect(secretOf(`SecretString: ${left}`)).toEqual({ [key]: { hasValue: gap, policyDocument: null } })
    const both = `SecretString: ${left}, GenerateSecretString: ${generated}`
    expect(secretOf(both)).toEqual({ [key]: { hasValue: true, policyDocument: null } })
  })

  test('has its key and its policy, and is what its attachment stands for', () => {
    const { region, codes } = stack(`
S: {Type: AWS::SecretsManager::Secret, Properties: {SecretString: x, KmsKeyId: !GetAtt K.Arn}}
K: {Type: AWS::KMS::Key}
A: {Type: AWS::SecretsManager::SecretTargetAttachment, Properties: {SecretId: !Ref S, TargetId: db}}
P: {Type: AWS::SecretsManager::ResourcePolicy, Properties: {SecretId: !Ref A, ResourcePolicy: ${POLICY}}}
T: {Type: AWS::ECS::TaskDefinition, Properties: {ContainerDefinitions: [{Name: a, Image: b, Secrets: [{Name: c, ValueFrom: !Ref A}]}]}}`)
    const kmsKeyId = 'arn:aws:kms:«AWS::Region»:«AWS::AccountId»:key/«K»'
    expect(codes).toEqual([])
    expect(region.secrets).toEqual({ [arn('«S»')]: { hasValue: true, kmsKeyId, policyDocument: document } })
    expect(region.taskDefinitions).toMatchObject({
      T: { containerDefinitions: [{ secrets: [{ valueFrom: arn('«S»') }] }] },
    })
  })
})

test('a key is enabled unless it says otherwise, and trusts its account unless it has a policy', () => {
  const { region } = stack(`
K: {Type: AWS::KMS::Key}
L: {Type: AWS::KMS::Key, Properties: {Enabled: false, KeyPolicy: ${POLICY}}}`)
  const root = 'arn:aws:iam::«AWS::AccountId»:root'
  const statement = { Effect: 'Allow', Principal: { AWS: root }, Action: 'kms:*', Resource: '*' }
  expect(region.keys).toEqual({
    '«K»': {
      keyState: 'Enabled',
      keyManager: 'CUSTOMER',
      grants: [],
      policyDocument: { Version: '2012-10-17', Statement: [statement] },
    },
    '«L»': { keyState: 'Disabled', keyManager: 'CUSTOMER', grants: [], policyDocument: document },
  })
})

test('parameters, log groups, repositories and buckets are filed under their names', () => {
  const { account, region } = stack(`
Parameter: {Type: AWS::SSM::Parameter, Properties: {Name: /a, Type: StringList, Value: x}}
Unnamed: {Type: AWS::SSM::Parameter, Properties: {Type: String, Value: x}}
Logs: {Type: AWS::Logs::LogGroup, Properties: {LogGroupName: /ecs/web, KmsKeyId: k}}
Repo: {Type: AWS::ECR::Repository, Properties: {RepositoryName: web, RepositoryPolicyText: ${POLICY}, EncryptionConfiguration: {EncryptionType: KMS, KmsKey: k}}}
Bucket: {Type: AWS::S3::Bucket}
Policy: {Type: AWS::S3::BucketPolicy, Properties: {Bucket: !Ref Bucket, PolicyDocument: ${POLICY}}}`)
  expect(region.parameters).toEqual({ '/a': { type: 'StringList' }, '«Unnamed»': { type: 'String' } })
  expect(region.logGroups).toEqual({ '/ecs/web': { kmsKeyId: 'k', policyDocument: null } })
  expect(region.repositories).toMatchObject({
    web: { images: { '*': { gap: 'assumed', assumption: 'images-pushed' } }, policyDocument: document, kmsKeyArn: 'k' },
  })
  expect(account.buckets).toEqual({ '«Bucket»': { region: '«AWS::Region»', policyDocument: document } })
})

test('an image of an own repository leads there', () => {
  const { region } = stack(`
Repo: {Type: AWS::ECR::Repository}
T: {Type: AWS::ECS::TaskDefinition, Properties: {ContainerDefinitions: [{Name: a, Image: !Join ["", [!GetAtt Repo.RepositoryUri, ":1"]]}]}}`)
  const image = '«AWS::AccountId».dkr.ecr.«AWS::Region».amazonaws.com/«Repo»:1'
  expect(region.taskDefinitions).toMatchObject({ T: { containerDefinitions: [{ image }] } })
})

test('a file system has the mount targets and access points that name it', () => {
  const { region, origin } = stack(`
Fs: {Type: AWS::EFS::FileSystem, Properties: {FileSystemPolicy: ${POLICY}}}
Bare: {Type: AWS::EFS::FileSystem}
M: {Type: AWS::EFS::MountTarget, Properties: {FileSystemId: !Ref Fs, SubnetId: subnet-a, SecurityGroups: [sg-1]}}
P: {Type: AWS::EFS::AccessPoint, Properties: {FileSystemId: !GetAtt Fs.FileSystemId, RootDirectory: {Path: /data}}}
Q: {Type: AWS::EFS::AccessPoint, Properties: {FileSystemId: !Ref Fs}}`)
  expect(region.fileSystems).toEqual({
    Fs: {
      lifeCycleState: 'available',
      policyDocument: document,
      mountTargets: { M: { subnetId: 'subnet-a', lifeCycleState: 'available', securityGroupIds: ['sg-1'] } },
      accessPoints: { P: { rootDirectory: '/data' }, Q: { rootDirectory: '/' } },
    },
    Bare: { lifeCycleState: 'available', policyDocument: null, mountTargets: {}, accessPoints: {} },
  })
  expect(origin('/fileSystems/Fs/mountTargets/M')).toBe('4:3 M')
})

test('target groups know the load balancers that listeners and rules put before them', () => {
  const { region } = stack(`
Lb: {Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: {Name: lb, Scheme: internal, Subnets: [a], SecurityGroups: [g]}}
Net: {Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: {Type: network, SubnetMappings: [{SubnetId: a}]}}
A: {Type: AWS::ElasticLoadBalancingV2::TargetGroup, Properties: {TargetType: ip, Port: 80, Protocol: HTTP, VpcId: v, HealthCheckPath: /}}
B: {Type: AWS::ElasticLoadBalancingV2::TargetGroup}
L: {Type: AWS::ElasticLoadBalancingV2::Listener, Properties: {LoadBalancerArn: !Ref Lb, DefaultActions: [{Type: forward, TargetGroupArn: !Ref A}]}}
R: {Type: AWS::ElasticLoadBalancingV2::ListenerRule, Properties: {ListenerArn: !Ref L, Actions: [{Type: forward, ForwardConfig: {TargetGroups: [{TargetGroupArn: !Ref B}, {TargetGroupArn: !Ref A}]}}]}}`)
  const arn = (rest: string) => `arn:aws:elasticloadbalancing:«AWS::Region»:«AWS::AccountId»:${rest}`
  const lb = arn('loadbalancer/app/lb/«Lb.id»')
  expect(region.loadBalancers).toEqual({
    [lb]: { type: 'application', scheme: 'internal', subnetIds: ['a'], securityGroupIds: ['g'] },
    [arn('loadbalancer/net/«Net»/«Net.id»')]: { type: 'network', scheme: 'internet-facing', subnetIds: ['a'] },
  })
  expect(region.targetGroups).toEqual({
    [arn('targetgroup/«A»/«A.id»')]: {
      targetType: 'ip',
      port: 80,
      protocol: 'HTTP',
      vpcId: 'v',
      healthCheckPath: '/',
      loadBalancerArns: [lb],
    },
    [arn('targetgroup/«B»/«B.id»')]: { targetType: 'instance', loadBalancerArns: [lb] },
  })
})

describe('a service and the listener of its target group', () => {
  const TARGETS = `
Lb: {Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: {Subnets: [a]}}
G: {Type: AWS::ElasticLoadBalancingV2::TargetGroup, Properties: {TargetType: ip}}
L: {Type: AWS::ElasticLoadBalancingV2::Listener, Properties: {LoadBalancerArn: !Ref Lb, DefaultActions: [{Type: forward, TargetGroupArn: !Ref G}]}}
R: {Type: AWS::ElasticLoadBalancingV2::ListenerRule, Properties: {ListenerArn: !Ref L, Actions: [{Type: forward, TargetGroupArn: !Ref G}]}}`
  const registered = 'LoadBalancers: [{TargetGroupArn: !Ref G, ContainerName: a, ContainerPort: 80}]'
  const listenerOf = (service: string, rest = TARGETS, options = {}) => {
    const { region } = read(
      `Resources:\n${indented(`S: {Type: AWS::ECS::Service, ${service}}\n${rest.trim()}`, 2)}\n`,
      options,
    )
    const [made] = Object.values(region.services ?? {})
    const { loadBalancers = [] } = made as { loadBalancers?: readonly { unawaitedListener?: string }[] }
    return loadBalancers.map(({ unawaitedListener }) => unawaitedListener)
  }

  test.each([
    [`Properties: {${registered}}`, ['L']],
    [`DependsOn: Lb, Properties: {${registered}}`, ['L']],
    [`DependsOn: [Lb, Nothing], Properties: {${registered}}`, ['L']],
    [`DependsOn: L, Properties: {${registered}}`, [undefined]],
    [`DependsOn: [R], Properties: {${registered}}`, [undefined]],
    [`DependsOn: Wait, Properties: {${registered}}`, [undefined]],
    [`Properties: {${registered}, ServiceName: !Sub "\${Wait}-s"}`, [undefined]],
    ['Properties: {LoadBalancers: [{TargetGroupArn: arn:other}]}', [undefined]],
  ])('{%s}: %j', (service, expected) => {
    const wait = 'Wait: {Type: AWS::CloudFormation::WaitConditionHandle, Properties: {X: !GetAtt Last.Id}}'
    const last = 'Last: {Type: AWS::CloudFormation::CustomResource, DependsOn: [L, S2]}'
    const round = 'S2: {Type: AWS::SNS::Topic, DependsOn: Last}'
    expect(listenerOf(service, [TARGETS, wait, last, round].join('\n'))).toEqual(expected)
  })

  test('that is made elsewhere tells nothing of the order', () => {
    const alone = TARGETS.split('\n').slice(0, 3).join('\n')
    expect(listenerOf(`Properties: {${registered}}`, alone)).toEqual([undefined])
  })

  test('keep their order once the service is there', () => {
    const tags = [
      { key: 'aws:cloudformation:stack-name', value: 'shop' },
      { key: 'aws:cloudformation:logical-id', value: 'S' },
    ]
    const services = { web: { taskDefinition: 'web:1', tags } }
    const over = { schema: 'farsight.snapshot/1', accounts: { '1': { regions: { r: { services } } } } }
    const options = { over, region: 'r', account: '1', stacks: ['shop'] }
    expect(listenerOf(`Properties: {${registered}}`, TARGETS, options)).toEqual([undefined])
  })
})

test('a key has the aliases that name it', () => {
  const { region } = read(`Resources:
  Key: {Type: AWS::KMS::Key, Properties: {KeyPolicy: {Statement: []}}}
  A: {Type: AWS::KMS::Alias, Properties: {AliasName: alias/one, TargetKeyId: !Ref Key}}
  B: {Type: AWS::KMS::Alias, Properties: {AliasName: alias/two, TargetKeyId: !GetAtt Key.Arn}}
  C: {Type: AWS::KMS::Alias, Properties: {AliasName: alias/other, TargetKeyId: 1234}}`)
  expect(region.keys).toMatchObject({ '«Key»': { aliases: ['alias/one', 'alias/two'] } })
})

describe('the registry of ECR', () => {
  const notRead = { gap: 'not-read', permission: 'ecr:DescribePullThroughCacheRules' }
  test('has the rules of the pull through cache, which images refer to', () => {
    const { region, codes, origin } = stack(`
Hub: {Type: AWS::ECR::PullThroughCacheRule, Properties: {EcrRepositoryPrefix: hub, UpstreamRegistry: docker-hub, CredentialArn: !Ref S}}
Own: {Type: AWS::ECR::PullThroughCacheRule, Properties: {EcrRepositoryPrefix: own, UpstreamRegistryUrl: x.azurecr.io, UpstreamRegistry: azure-container-registry}}
Odd: {Type: AWS::ECR::PullThroughCacheRule, Properties: {EcrRepositoryPrefix: odd, UpstreamRegistry: new-registry}}
S: {Type: AWS::SecretsManager::Secret, Properties: {Name: ecr-pullthroughcache/hub, SecretString: x}}
T: {Type: AWS::ECS::TaskDefinition, Properties: {ContainerDefinitions: [{Name: a, Image: !Sub "1.dkr.ecr.r.amazonaws.com/\${Hub}/b"}]}}`)
    const credentialArn =
      'arn:aws:secretsmanager:«AWS::Region»:«AWS::AccountId»:secret:ecr-pullthroughcache/hub-«S.suffix»'
    expect(codes).toEqual([])
    expect(region.registry).toEqual({
      pullThroughCacheRules: {
        hub: { upstreamRegistryUrl: 'registry-1.docker.io', credentialArn },
        own: { upstreamRegistryUrl: 'x.azurecr.io' },
        odd: { upstreamRegistryUrl: { gap: 'unresolved', expression: 'UpstreamRegistryUrl' } },
        '*': notRead,
      },
    })
    expect(region.taskDefinitions).toMatchObject({
      T: { containerDefinitions: [{ image: '1.dkr.ecr.r.amazonaws.com/hub/b' }] },
    })
    expect(origin('/registry/pullThroughCacheRules/hub')).toBe('2:3 Hub')
  })

  test('has a policy of its own', () => {
    const { region } = stack(`P: {Type: AWS::ECR::RegistryPolicy, Properties: {PolicyText: ${POLICY}}}`)
    expect(region.registry).toEqual({ policyDocument: document, pullThroughCacheRules: { '*': notRead } })
  })

  test('is left alone by code that says nothing of it', () => {
    expect(stack('R: {Type: AWS::ECR::Repository}').region).not.toHaveProperty('registry')
  })

  test('of an account keeps what code does not say', () => {
    const registry = { policyDocument: null, pullThroughCacheRules: { quay: { upstreamRegistryUrl: 'quay.io' } } }
    const over = {
      schema: 'farsight.snapshot/1',
      accounts: { '111122223333': { regions: { 'us-east-1': { registry } } } },
    } as const
    const { region } = read(
      `Resources:
  Hub: {Type: AWS::ECR::PullThroughCacheRule, Properties: {EcrRepositoryPrefix: hub, UpstreamRegistry: docker-hub}}`,
      { over, region: 'us-east-1', account: '111122223333' },
    )
    expect(region.registry).toEqual({
      policyDocument: null,
      pullThroughCacheRules: {
        quay: { upstreamRegistryUrl: 'quay.io' },
        hub: { upstreamRegistryUrl: 'registry-1.docker.io' },
      },
    })
  })
})

test('a policy of what the template may or may not make is open, and of what it does not make it says so', () => {
  const template = (bucket: string) => `Conditions: {New: !Equals [!Ref Made, "yes"]}
Parameters: {Made: {Type: String}, Other: {Type: String}}
Resources:
  B: {Type: AWS::S3::Bucket, Properties: {BucketName: b}}
  P: {Type: AWS::S3::BucketPolicy, Properties: {Bucket: ${bucket}, PolicyDocument: ${POLICY}}}`
  const perhaps = read(template('!If [New, !Ref B, other]'))
  expect(perhaps.account.buckets).toMatchObject({ b: { policyDocument: { gap: 'unresolved' } } })
  const elsewhere = read(template('!Ref Other'))
  expect(elsewhere.account.buckets).toMatchObject({ b: { policyDocument: null } })
  expect(elsewhere.codes).toEqual(['W_POLICY_ELSEWHERE@5'])
})

test('what bears on launches and is not read is named', () => {
  expect(stack('P: {Type: AWS::Organizations::Policy}').codes).toEqual(['W_KIND_NOT_READ@2'])
})
