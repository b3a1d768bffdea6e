// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Fn::Sub writes its variables so
import { isGap, type RegionState, type Vpc } from '@farsight/core'
import { describe, expect, test } from 'vitest'
import type { Files } from '../files.ts'
import { readParameterFile } from './parameter-file.ts'
import { readTemplates } from './read-templates.ts'

type Texts = Readonly<Record<string, string>>

/** Files that are there, by name. */
function filesOf(texts: Texts): Files {
  return {
    read: (path) => {
      const text = texts[path.replace(/^\.\//, '')]
      return text === undefined ? { file: path, failure: 'missing' } : { file: path, text }
    },
  }
}

function read(roots: Texts, { files = {}, parameters = {} }: { files?: Texts; parameters?: Texts } = {}) {
  const templates = Object.entries(roots).map(([file, text]) => ({ file, text }))
  const place = { region: 'us-east-1', account: '111122223333' }
  const { snapshot, problems } = readTemplates(templates, { files: filesOf(files), parameters, ...place })
  const account = snapshot?.accounts['111122223333']
  const region = account?.regions['us-east-1'] ?? {}
  const codes = problems.map(({ code, file, line }) => `${code} ${file}:${line}`)
  return { snapshot, account, region, codes }
}

function vpcOf({ vpcs }: RegionState, id: string): Vpc {
  const vpc = vpcs === undefined || isGap(vpcs) ? undefined : vpcs[id]
  if (vpc === undefined || vpc === null || isGap(vpc)) throw new Error(`no VPC ${id}`)
  return vpc
}

const NETWORK = `
Parameters:
  Block: {Type: String, Default: 10.0.0.0/16}
Resources:
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: !Ref Block}}
  A: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24}}
  B: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24}}
Outputs:
  Vpc: {Value: !Ref Vpc, Export: {Name: !Sub '\${AWS::StackName}-Vpc'}}
  Subnets: {Value: !Sub '\${A},\${B}', Export: {Name: !Join [':', [!Ref AWS::StackName, Subnets]]}}
  Group: {Value: !GetAtt Vpc.DefaultSecurityGroup}
`

const SERVICE = `
Parameters:
  Vpc: {Type: AWS::EC2::VPC::Id}
  Subnets: {Type: 'List<AWS::EC2::Subnet::Id>'}
  Image: {Type: String, Default: nginx}
Resources:
  Group: {Type: AWS::EC2::SecurityGroup, Properties: {VpcId: !Ref Vpc, GroupDescription: x}}
  Task: {Type: AWS::ECS::TaskDefinition, Properties: {ContainerDefinitions: [{Name: a, Image: !Ref Image}]}}
  Service:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref Task
      NetworkConfiguration: {AwsvpcConfiguration: {Subnets: !Ref Subnets, SecurityGroups: [!Ref Group]}}
`

const PARENT = `
Resources:
  Net: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: ./net.yaml, Parameters: {Block: 10.9.0.0/16}}}
  App:
    Type: AWS::Serverless::Application
    Properties:
      Location: app.yaml
      Parameters: {Vpc: !GetAtt Net.Outputs.Vpc, Subnets: !GetAtt Net.Outputs.Subnets}
`

describe('nested stacks', () => {
  test('pass on lists as texts, and all ids keep their identity', () => {
    const { region, codes } = read({ 'parent.yaml': PARENT }, { files: { 'net.yaml': NETWORK, 'app.yaml': SERVICE } })
    expect(codes).toEqual([])
    expect(vpcOf(region, 'Net.Vpc')).toMatchObject({ cidrBlocks: ['10.9.0.0/16'], securityGroups: { 'App.Group': {} } })
    expect(region.services).toMatchObject({
      'App.Service': {
        taskDefinition: 'App.Task',
        networkConfiguration: {
          awsvpcConfiguration: { subnets: ['Net.A', 'Net.B'], securityGroups: ['App.Group'] },
        },
      },
    })
  })

  test('have origins in their own files', () => {
    const { snapshot } = read({ 'parent.yaml': PARENT }, { files: { 'net.yaml': NETWORK, 'app.yaml': SERVICE } })
    const pointer = '/accounts/111122223333/regions/us-east-1/services/App.Service'
    expect(snapshot?.origins?.[pointer]).toEqual({ file: 'app.yaml', line: 9, column: 3, path: 'Service' })
  })

  test('are not made where the condition of the parent is false, and are in doubt where it is open', () => {
    const parent = (condition: string) => `
Parameters: {Stage: {Type: String}}
Conditions: {Is: !Equals [!Ref Stage, ${condition}]}
Resources: {Net: {Type: AWS::CloudFormation::Stack, Condition: Is, Properties: {TemplateURL: net.yaml}}}`
    const files = { 'net.yaml': NETWORK }
    const closed = read({ 'p.yaml': parent('prod') }, { files, parameters: { Stage: 'test' } })
    const open = read({ 'p.yaml': parent('prod') }, { files })
    expect(closed.region.vpcs).toEqual({})
    expect(open.region.vpcs).toMatchObject({ 'Net.Vpc': { gap: 'unresolved' } })
  })

  test.each([
    ['a file that is not there', PARENT, { 'app.yaml': SERVICE }, 'E_NESTED_UNREAD parent.yaml:3'],
    [
      'a stack that nests itself',
      'Resources: {Net: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: parent.yaml}}}',
      { 'parent.yaml': 'Resources: {Net: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: parent.yaml}}}' },
      'E_NESTED_IN_ITSELF parent.yaml:1',
    ],
    [
      'a nested file that is no template',
      PARENT,
      { 'net.yaml': '[1]', 'app.yaml': SERVICE },
      'E_WRONG_TYPE ./net.yaml:1',
    ],
    [
      'a parameter that the nested template lacks',
      'Resources: {Net: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: net.yaml, Parameters: {Blok: 1}}}}',
      { 'net.yaml': NETWORK },
      'W_UNKNOWN_PARAMETER parent.yaml:1',
    ],
  ])('%s: a problem with its line', (_, parent, files: Texts, code) => {
    const root = { file: 'parent.yaml', text: parent }
    const { problems } = readTemplates([root], { files: filesOf(files) })
    expect(problems.map(({ code: found, file, line }) => `${found} ${file}:${line}`)).toContain(code)
  })

  test('of which the template is in S3 are unknown, unless the CDK notes the file', () => {
    const nested = (metadata: string) => `
Resources:
  Net: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: 'https://s3.amazonaws.com/b/net.json'}${metadata}}
  Group: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x, VpcId: !GetAtt Net.Outputs.Vpc}}`
    const files = { 'net.yaml': NETWORK }
    const noted = ", Metadata: {'aws:asset:path': net.yaml, 'aws:asset:property': TemplateURL}"
    expect(vpcOf(read({ a: nested(noted) }, { files }).region, 'Net.Vpc')).toMatchObject({
      securityGroups: { Group: {} },
    })
    const unread = read({ a: nested('') }, { files })
    expect(Object.keys(unread.region.vpcs ?? {})).toEqual(['«Net.Outputs.Vpc»'])
    const missing = read({ a: nested(noted.replace('net.yaml', 'gone.json')) }, { files })
    expect(missing.codes).toEqual(['W_NESTED_UNREAD a:3'])
  })

  test('that pass values round in circles end with a problem, not with an overflow', () => {
    const echo =
      'Parameters: {In: {Type: String}}\nResources: {P: {Type: AWS::SSM::Parameter, Properties: {Name: !Ref In, Type: String}}}\nOutputs: {Out: {Value: !Ref In}}'
    const parent = `
Resources:
  A: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: e, Parameters: {In: !GetAtt B.Outputs.Out}}}
  B: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: e, Parameters: {In: !GetAtt A.Outputs.Out}}}`
    expect(read({ p: parent }, { files: { e: echo } }).codes.join(' ')).toContain('E_CIRCULAR_REFERENCE')
  })
})

describe('templates that are given together', () => {
  const importing = (vpc: string, subnets: string) => `
Parameters: {Network: {Type: String}}
Resources:
  Group: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x, VpcId: !ImportValue ${vpc}}}
  Service:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: web
      NetworkConfiguration: {AwsvpcConfiguration: {Subnets: !Split [',', !ImportValue ${subnets}], SecurityGroups: [!Ref Group]}}`

  test.each([
    ['by names whose stack nobody told', "{'Fn::Sub': '${Network}-Vpc'}", "{'Fn::Sub': '${Network}:Subnets'}"],
    ['by literal names', 'production-Vpc', 'production:Subnets'],
  ])('import from each other %s', (_, vpc, subnets) => {
    const { region, codes } = read({ 'app.yaml': importing(vpc, subnets), 'net.yaml': NETWORK })
    expect(codes).toEqual([])
    expect(vpcOf(region, 'Vpc').securityGroups).toHaveProperty('Group')
    expect(region.services).toMatchObject({
      Service: { networkConfiguration: { awsvpcConfiguration: { subnets: ['A', 'B'] } } },
    })
  })

  test('leave an import open that two of them may mean', () => {
    const { region } = read({ 'app.yaml': importing('production-Vpc', 'production:Subnets'), a: NETWORK, b: NETWORK })
    expect(region.services).toMatchObject({
      Service: { networkConfiguration: { awsvpcConfiguration: { subnets: { gap: 'unresolved' } } } },
    })
  })

  test('may use the same logical ids', () => {
    const { region } = read({ a: NETWORK, b: NETWORK })
    expect(Object.keys(region.vpcs ?? {})).toEqual(['Vpc', '2.Vpc'])
    expect(Object.keys(vpcOf(region, '2.Vpc').subnets ?? {})).toEqual(['2.A', '2.B'])
  })
})

describe('loops of AWS::LanguageExtensions', () => {
  const loop = (collection: string, body: string) => `
Transform: AWS::LanguageExtensions
Parameters: {Names: {Type: CommaDelimitedList, Default: 'a,b'}}
Resources:
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
  Fn::ForEach::Each:
    - X
    - ${collection}
    - ${body}`

  test.each([
    [
      '[a, b]',
      "{'Subnet${X}': {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24}}}",
      ['Subneta', 'Subnetb'],
    ],
    [
      '!Ref Names',
      "{'Subnet${X}': {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24}}}",
      ['Subneta', 'Subnetb'],
    ],
    [
      "['10.0.0.0/24']",
      "{'Subnet&{X}': {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: !Ref X}}}",
      ['Subnet1000024'],
    ],
  ])('over %s', (collection, body, ids) => {
    const { region, codes } = read({ t: loop(collection, body) })
    expect(codes).toEqual([])
    expect(Object.keys(vpcOf(region, 'Vpc').subnets ?? {})).toEqual(ids)
  })

  test('within loops, and beyond all reason', () => {
    const inner =
      "{'Fn::ForEach::Inner': [Y, [c, d], {'Group${X}${Y}': {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x, VpcId: !Ref Vpc}}}]}"
    const { region } = read({ t: loop('[a, b]', inner) })
    expect(Object.keys(vpcOf(region, 'Vpc').securityGroups ?? {})).toEqual(['Groupac', 'Groupad', 'Groupbc', 'Groupbd'])
    const many = `[${Array.from({ length: 600 }, (_, i) => `a${i}`).join(',')}]`
    const large = `{'Fn::ForEach::Inner': [Y, ${many}, {'G\${X}\${Y}': {Type: AWS::SNS::Topic}}]}`
    expect(read({ t: loop(many, large) }).codes.join(' ')).toContain('E_LOOP_TOO_LARGE')
  })

  test('over what nobody knows are a warning', () => {
    const { codes } = read({ t: loop('!Ref AWS::NotificationARNs', '{Topic: {Type: AWS::SNS::Topic}}') })
    expect(codes).toEqual(['W_LOOP_NOT_KNOWN t:6'])
  })
})

describe('parameter files', () => {
  test.each([
    [
      'of the AWS CLI',
      '[{"ParameterKey": "A", "ParameterValue": "1"}, {"ParameterKey": "B", "UsePreviousValue": true}]',
      { A: '1' },
    ],
    ['of CodePipeline', '{"Parameters": {"A": "1", "B": ["x", "y"]}, "StackPolicy": {}}', { A: '1', B: 'x,y' }],
    ['in plain YAML', 'A: 1\nB: true', { A: '1', B: 'true' }],
  ])('%s are read', (_, text, parameters) => {
    expect(readParameterFile({ file: 'p', text })).toEqual({ parameters, problems: [] })
  })

  test.each([
    ['[{"ParameterValue": "1"}]', 'E_PARAMETER_WITHOUT_KEY'],
    ['{"A": {"b": 1}}', 'E_WRONG_TYPE'],
    ['{"A": ', 'E_SYNTAX'],
  ])('%s is a problem', (text, code) => {
    expect(readParameterFile({ file: 'p', text }).problems).toMatchObject([{ code, file: 'p', line: 1 }])
  })
})

describe('workflows', () => {
  const machine = (definition: string) => `
Resources:
  Cluster: {Type: AWS::ECS::Cluster}
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
  A: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24}}
  Task: {Type: AWS::ECS::TaskDefinition, Properties: {Family: job}}
  Flow: {Type: AWS::StepFunctions::StateMachine, Properties: {${definition}}}`
  const state = (inside: string) =>
    `{"States": {"Run": {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "Parameters": {"LaunchType": "FARGATE", ${inside}}}}}`
  const network = '"NetworkConfiguration": {"AwsvpcConfiguration": {"Subnets": ["${A}"]}}'

  test.each([
    ['as a text', `DefinitionString: !Sub '${state(`"TaskDefinition": "\${Task}", ${network}`)}'`],
    [
      'as a text with substitutions',
      `DefinitionSubstitutions: {T: !Ref Task, A: !Ref A}, DefinitionString: '${state(`"TaskDefinition": "\${T}", ${network}`)}'`,
    ],
    [
      'as an object',
      `Definition: ${state('"TaskDefinition": {"Ref": "Task"}, "NetworkConfiguration": {"AwsvpcConfiguration": {"Subnets": [{"Ref": "A"}]}}')}`,
    ],
  ])('run the tasks that their definition names, given %s', (_, definition) => {
    expect(read({ t: machine(definition) }).region.runTasks).toMatchObject({
      'Flow.Run': {
        launchType: 'FARGATE',
        taskDefinition: 'Task',
        networkConfiguration: { awsvpcConfiguration: { subnets: ['A'] } },
      },
    })
  })

  test('say the volumes that a state configures, and leave its own role open', () => {
    const volumes = '"VolumeConfigurations": [{"Name": "data", "ManagedEBSVolume": {"RoleArn": "arn:ecs"}}]'
    const run = state(`"TaskDefinition": "job", ${volumes}`).replace(
      '"Type"',
      '"Credentials": {"RoleArn": "r"}, "Type"',
    )
    expect(read({ t: machine(`RoleArn: arn:machine, DefinitionString: '${run}'`) }).region.runTasks).toMatchObject({
      'Flow.Run': {
        volumeConfigurations: [{ name: 'data', managedEBSVolume: { roleArn: 'arn:ecs' } }],
        caller: { service: 'states', roleArn: { gap: 'unresolved', expression: 'Credentials' } },
      },
    })
  })

  test('leave open what the input of an execution says', () => {
    const definition = `DefinitionString: '${state('"TaskDefinition.$": "$.task"')}'`
    expect(read({ t: machine(definition) }).region.runTasks).toMatchObject({
      'Flow.Run': { taskDefinition: { gap: 'unresolved', expression: '$.task' } },
    })
  })
})

test('a pipe runs a task', () => {
  const pipe = `
Resources:
  Pipe: {Type: AWS::Pipes::Pipe, Properties: {Target: cluster, TargetParameters: {EcsTaskParameters: {TaskDefinitionArn: job, LaunchType: FARGATE}}}}`
  expect(read({ t: pipe }).region.runTasks).toMatchObject({ Pipe: { taskDefinition: 'job', cluster: 'cluster' } })
})

test('a text of JSON holds what is not known as placeholders', () => {
  const template = `
Resources:
  Secret: {Type: AWS::SecretsManager::Secret, Properties: {Name: db, ResourcePolicy: x}}
  Policy: {Type: AWS::SecretsManager::ResourcePolicy, Properties: {SecretId: !Ref Secret, ResourcePolicy: !ToJsonString {Statement: [{Effect: Deny, Action: '*', Resource: !Ref Secret}]}}}
Transform: AWS::LanguageExtensions`
  const [secret] = Object.values(read({ t: template }).region.secrets ?? {})
  const Resource = 'arn:aws:secretsmanager:us-east-1:111122223333:secret:db-«Secret.suffix»'
  expect(secret).toMatchObject({ policyDocument: { Statement: [{ Effect: 'Deny', Action: '*', Resource }] } })
})
