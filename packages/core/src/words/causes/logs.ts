import { causeWords } from './cause-words.ts'

/** Causes of the log driver. */
export const LOGS_CAUSES = {
  'log-group-missing': causeWords({
    why: {
      en: 'The awslogs driver writes to a group that must be there, in the Region of awslogs-region.',
      ja: 'awslogs ドライバーの書き込み先のロググループは、awslogs-region のリージョンに存在している必要があります。',
    },
    remedy: {
      en: 'Create the group with `aws logs create-log-group`, or correct awslogs-group and awslogs-region.',
      ja: '`aws logs create-log-group` で作成するか、awslogs-group と awslogs-region を直してください。',
    },
  }),
  'log-group-create-denied': causeWords({
    why: {
      en: 'AmazonECSTaskExecutionRolePolicy does not contain logs:CreateLogGroup.',
      ja: 'AmazonECSTaskExecutionRolePolicy には logs:CreateLogGroup が含まれていません。',
    },
    remedy: {
      en: 'Allow logs:CreateLogGroup to the execution role, or create the group and turn awslogs-create-group off.',
      ja: 'タスク実行ロールに logs:CreateLogGroup を許可するか、ロググループを作成して awslogs-create-group を無効にしてください。',
    },
  }),
  'log-stream-create-denied': causeWords({
    why: {
      en: 'Each container opens its own stream with the execution role.',
      ja: 'コンテナごとに、タスク実行ロールでログストリームを作成します。',
    },
    remedy: {
      en: 'Allow logs:CreateLogStream and logs:PutLogEvents on the ARN of the group, with :* at its end, to the execution role.',
      ja: 'タスク実行ロールに、末尾を :* としたロググループの ARN への logs:CreateLogStream と logs:PutLogEvents を許可してください。',
    },
  }),
  'log-options-invalid': causeWords({
    why: {
      en: 'On Fargate awslogs needs awslogs-group, awslogs-region and awslogs-stream-prefix; the Region must be one.',
      ja: 'Fargate の awslogs には awslogs-group、awslogs-region、awslogs-stream-prefix が必要で、リージョンは実在するものに限ります。',
    },
    remedy: {
      en: 'Correct the options of logConfiguration that the message names.',
      ja: 'メッセージにある logConfiguration のオプションを直してください。',
    },
  }),
  'log-stream-throttled': causeWords({
    why: { en: 'Many tasks opened streams at once.', ja: '多数のタスクが同時にログストリームを作成しました。' },
    remedy: {
      en: 'Try again, and spread large starts over time.',
      ja: '再試行し、大量の起動は時間をずらしてください。',
    },
  }),
  'log-group-create-conflict': causeWords({
    why: {
      en: 'With awslogs-create-group, tasks that start together race for the group.',
      ja: 'awslogs-create-group が有効だと、同時に起動したタスクがロググループの作成で競合します。',
    },
    remedy: {
      en: 'Start the task again, or create the group beforehand.',
      ja: 'タスクを再度起動するか、事前にロググループを作成してください。',
    },
  }),
} as const
