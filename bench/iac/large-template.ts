/** A template in YAML with as many services as it takes to be so large: all functions that large templates use. */
export function largeTemplate(bytes: number): string {
  const parts = [HEAD]
  let length = HEAD.length
  for (let i = 0; length < bytes; i++) {
    const part = service(i)
    parts.push(part)
    length += part.length
  }
  return parts.join('')
}

const HEAD = `AWSTemplateFormatVersion: '2010-09-09'
Parameters:
  Tag: {Type: String, Default: '1.0.0'}
Conditions:
  IsLatest: !Equals [!Ref Tag, latest]
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties: {CidrBlock: 10.0.0.0/16, EnableDnsHostnames: true}
  Subnet:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: !Select [0, !Cidr [!GetAtt Vpc.CidrBlock, 4, 8]]
  Cluster:
    Type: AWS::ECS::Cluster
`

function service(i: number): string {
  return `  Group${i}:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: !Sub 'service ${i} of \${AWS::StackName}'
      VpcId: !Ref Vpc
      SecurityGroupEgress:
        - {IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0}
  Role${i}:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - {Effect: Allow, Principal: {Service: ecs-tasks.amazonaws.com}, Action: 'sts:AssumeRole'}
      ManagedPolicyArns:
        - !Sub arn:\${AWS::Partition}:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy
  Logs${i}:
    Type: AWS::Logs::LogGroup
    Properties: {LogGroupName: !Join ['/', ['', ecs, service-${i}]]}
  Definition${i}:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: service-${i}
      Cpu: '256'
      Memory: '512'
      NetworkMode: awsvpc
      RequiresCompatibilities: [FARGATE]
      ExecutionRoleArn: !GetAtt Role${i}.Arn
      ContainerDefinitions:
        - Name: app
          Image: !If [IsLatest, 'nginx:latest', !Sub 'nginx:\${Tag}']
          LogConfiguration:
            LogDriver: awslogs
            Options:
              awslogs-group: !Ref Logs${i}
              awslogs-region: !Ref AWS::Region
              awslogs-stream-prefix: app
  Service${i}:
    Type: AWS::ECS::Service
    Properties:
      Cluster: !Ref Cluster
      LaunchType: FARGATE
      TaskDefinition: !Ref Definition${i}
      NetworkConfiguration:
        AwsvpcConfiguration:
          Subnets: [!Ref Subnet]
          SecurityGroups: [!GetAtt Group${i}.GroupId]
`
}
