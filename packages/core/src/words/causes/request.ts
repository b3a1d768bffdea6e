import { causeWords } from './cause-words.ts'

/** Causes that stop a request before anything is launched. */
export const REQUEST_CAUSES = {
  'request-not-permitted': causeWords({
    why: {
      en: 'No policy of the user or role that calls ECS allows the action, or one denies it.',
      ja: 'ECS を呼び出すユーザーまたはロールのポリシーがこのアクションを許可していないか、明示的に拒否しています。',
    },
    remedy: {
      en: 'Allow the action that the message names on the resource that it names, in a policy of the caller.',
      ja: 'メッセージにあるアクションを、メッセージにあるリソースに対して、呼び出し元のポリシーで許可してください。',
    },
  }),
  'pass-role-denied': causeWords({
    why: {
      en: 'Who starts a task hands its roles over to ECS, and needs iam:PassRole on each of them.',
      ja: 'タスクを起動する側はロールを ECS に渡すため、ロールごとに iam:PassRole が必要です。',
    },
    remedy: {
      en: 'Allow the caller iam:PassRole on both roles, with iam:PassedToService equal to ecs-tasks.amazonaws.com.',
      ja: '両方のロールに対する iam:PassRole を、iam:PassedToService が ecs-tasks.amazonaws.com の条件で呼び出し元に許可してください。',
    },
  }),
  'service-linked-role-missing': causeWords({
    why: {
      en: 'ECS works through AWSServiceRoleForECS, which is created at the first use of an account if the caller may do so.',
      ja: 'ECS は AWSServiceRoleForECS を使って動作します。このロールはアカウントで最初に ECS を使うときに作成されますが、呼び出し元に権限が必要です。',
    },
    remedy: {
      en: 'Run `aws iam create-service-linked-role --aws-service-name ecs.amazonaws.com` once, then repeat the request.',
      ja: '`aws iam create-service-linked-role --aws-service-name ecs.amazonaws.com` を一度実行し、リクエストをやり直してください。',
    },
  }),
  'cluster-not-found': causeWords({
    why: {
      en: 'The name is written differently, or the request went to another Region or account.',
      ja: '名前が違うか、別のリージョンまたはアカウントにリクエストしています。',
    },
    remedy: {
      en: 'Compare cluster name, Region and account with `aws ecs list-clusters`.',
      ja: 'クラスター名、リージョン、アカウントを `aws ecs list-clusters` の結果と照合してください。',
    },
  }),
  'task-size-invalid': causeWords({
    why: {
      en: 'Fargate offers fixed pairs: each CPU value has its own range of memory.',
      ja: 'Fargate では組み合わせが決まっており、CPU の値ごとに選べるメモリの範囲が異なります。',
    },
    remedy: {
      en: 'Choose a pair of the task size table of Fargate, such as 256 and 512, or 1024 and 2048.',
      ja: '256 と 512、1024 と 2048 など、Fargate のタスクサイズの表にある組み合わせを選んでください。',
    },
  }),
  'task-definition-incompatible': causeWords({
    why: {
      en: 'Fargate needs network mode awsvpc and refuses parameters that concern the host.',
      ja: 'Fargate ではネットワークモード awsvpc が必須で、ホストに関わるパラメータは使えません。',
    },
    remedy: {
      en: 'Change or remove what the message names; Fargate wants requiresCompatibilities FARGATE and networkMode awsvpc.',
      ja: 'メッセージにある項目を変更するか取り除いてください。Fargate では requiresCompatibilities に FARGATE、networkMode に awsvpc が必要です。',
    },
  }),
  'execution-role-not-set': causeWords({
    why: {
      en: 'Images of ECR, the awslogs driver and secrets are fetched with the execution role.',
      ja: 'ECR のイメージ、awslogs ドライバー、シークレットは、タスク実行ロールの権限で扱われます。',
    },
    remedy: {
      en: 'Set executionRoleArn in the task definition, to a role with AmazonECSTaskExecutionRolePolicy.',
      ja: 'AmazonECSTaskExecutionRolePolicy を付けたロールを、タスク定義の executionRoleArn に設定してください。',
    },
  }),
  'task-role-not-set': causeWords({
    why: {
      en: 'ECS Exec, and EFS with IAM authorization, act as the task role.',
      ja: 'ECS Exec と、IAM 認証を使う EFS は、タスクロールの権限で動作します。',
    },
    remedy: {
      en: 'Set taskRoleArn in the task definition and register a new revision.',
      ja: 'タスク定義に taskRoleArn を設定し、新しいリビジョンを登録してください。',
    },
  }),
  'security-group-wrong-vpc': causeWords({
    why: {
      en: 'The network configuration mixes identifiers of several VPCs.',
      ja: 'ネットワーク設定に複数の VPC の ID が混ざっています。',
    },
    remedy: {
      en: 'Name subnets and security groups of the same VPC.',
      ja: '同じ VPC のサブネットとセキュリティグループを指定してください。',
    },
  }),
  'subnet-not-found': causeWords({
    why: {
      en: 'The subnet was deleted, or belongs to another Region or account.',
      ja: 'サブネットが削除されたか、別のリージョンまたはアカウントのものです。',
    },
    remedy: {
      en: 'Replace the subnet in the network configuration by one that `aws ec2 describe-subnets` lists.',
      ja: 'ネットワーク設定のサブネットを、`aws ec2 describe-subnets` に出てくるものに置き換えてください。',
    },
  }),
  'security-group-not-found': causeWords({
    why: {
      en: 'The group was deleted, or belongs to another Region or account.',
      ja: 'セキュリティグループが削除されたか、別のリージョンまたはアカウントのものです。',
    },
    remedy: {
      en: 'Replace the group in the network configuration by one that exists in the VPC.',
      ja: 'ネットワーク設定のセキュリティグループを、その VPC に存在するものに置き換えてください。',
    },
  }),
  'default-security-group-missing': causeWords({
    why: {
      en: 'Without securityGroups ECS takes the default group of the VPC.',
      ja: 'securityGroups を指定しないと、ECS は VPC のデフォルトセキュリティグループを使います。',
    },
    remedy: {
      en: 'Name a security group in the network configuration.',
      ja: 'ネットワーク設定でセキュリティグループを指定してください。',
    },
  }),
  'load-balancer-misconfigured': causeWords({
    why: {
      en: 'A service needs a target group of type ip behind a listener, and a container name and port of the task definition.',
      ja: 'サービスには、リスナーに関連付けられたタイプ ip のターゲットグループと、タスク定義にあるコンテナ名とポートが必要です。',
    },
    remedy: {
      en: 'Attach the target group to a listener first, and check its type, the container name and the port.',
      ja: '先にターゲットグループをリスナーに関連付け、タイプ、コンテナ名、ポートを確認してください。',
    },
  }),
  'account-blocked': causeWords({
    why: {
      en: 'AWS verifies new accounts and blocks some for billing or abuse.',
      ja: 'AWS は新しいアカウントを確認し、請求や不正利用を理由にブロックすることがあります。',
    },
    remedy: {
      en: 'Read the mails to the account, then ask AWS Support to lift the block.',
      ja: 'アカウント宛てのメールを確認し、AWS サポートに解除を依頼してください。',
    },
  }),
  'request-throttled': causeWords({
    why: {
      en: 'Too many requests of the account and Region came in a short time.',
      ja: 'アカウントとリージョンのリクエストが短時間に集中しました。',
    },
    remedy: {
      en: 'Send the request again with growing pauses; spread large starts over time.',
      ja: '間隔を広げながら再試行し、大量の起動は時間をずらしてください。',
    },
  }),
  'task-definition-inactive': causeWords({
    why: {
      en: 'The revision was deregistered or deleted, or the family is written differently.',
      ja: 'リビジョンが登録解除または削除されたか、ファミリー名が違います。',
    },
    remedy: {
      en: 'Register the task definition again, or name a revision that is ACTIVE.',
      ja: 'タスク定義を登録し直すか、ACTIVE なリビジョンを指定してください。',
    },
  }),
  'platform-version-retired': causeWords({
    why: {
      en: 'Linux 1.3.0 and older do not take new tasks any more.',
      ja: 'Linux の 1.3.0 以前では、新しいタスクを起動できなくなっています。',
    },
    remedy: {
      en: 'Set platformVersion to LATEST or 1.4.0.',
      ja: 'platformVersion を LATEST または 1.4.0 にしてください。',
    },
  }),
  'capacity-provider-not-associated': causeWords({
    why: {
      en: 'FARGATE and FARGATE_SPOT, too, must be added to a cluster before a strategy may name them.',
      ja: 'FARGATE と FARGATE_SPOT も、戦略で指定する前にクラスターに追加する必要があります。',
    },
    remedy: {
      en: 'Add it with `aws ecs put-cluster-capacity-providers`.',
      ja: '`aws ecs put-cluster-capacity-providers` で追加してください。',
    },
  }),
  'service-connect-namespace-missing': causeWords({
    why: {
      en: 'The namespace was deleted, or is of another Region.',
      ja: '名前空間が削除されたか、別のリージョンのものです。',
    },
    remedy: {
      en: 'Create the namespace in AWS Cloud Map, or correct its name or ARN in the service.',
      ja: 'AWS Cloud Map で名前空間を作成するか、サービスに指定した名前または ARN を直してください。',
    },
  }),
  'caller-role-trust-missing': causeWords({
    why: {
      en: 'Nobody but the service that the trust policy names can take the role, so the schedule or workflow never asks ECS.',
      ja: '信頼ポリシーに書かれたサービスしかロールを引き受けられないため、スケジュールやワークフローから ECS にリクエストが届きません。',
    },
    remedy: {
      en: 'Allow `sts:AssumeRole` in the trust policy to `events.amazonaws.com`, `scheduler.amazonaws.com` or `states.amazonaws.com`, whichever starts the task.',
      ja: '信頼ポリシーで、タスクを起動するサービス (`events.amazonaws.com`、`scheduler.amazonaws.com`、`states.amazonaws.com`) に `sts:AssumeRole` を許可してください。',
    },
  }),
  'request-limit-exceeded': causeWords({
    why: {
      en: 'One request takes at most 16 subnets and 5 security groups, and the number of tasks, tags and load balancers and the length of overrides are limited too.',
      ja: '1 回のリクエストで指定できるのは、サブネットは 16 個、セキュリティグループは 5 個までです。タスク、タグ、ロードバランサーの数と、上書きの長さにも上限があります。',
    },
    remedy: { en: 'Name fewer of them, or split the request.', ja: '数を減らすか、リクエストを分けてください。' },
  }),
} as const
