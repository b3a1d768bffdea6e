import { phrase } from '../phrase.ts'

/** Titles of the causes of the log driver. */
export const LOGS_TITLES = {
  'log-group-missing': phrase({ en: 'The log group does not exist', ja: 'ロググループが存在しません' }),
  'log-group-create-denied': phrase({
    en: 'awslogs-create-group is on and the execution role may not create log groups',
    ja: 'awslogs-create-group が有効ですが、タスク実行ロールにロググループを作成する権限がありません',
  }),
  'log-stream-create-denied': phrase({
    en: 'The execution role may not create the log stream',
    ja: 'タスク実行ロールにログストリームを作成する権限がありません',
  }),
  'log-options-invalid': phrase({
    en: 'A log driver option is missing or wrong',
    ja: 'ログドライバーのオプションが不足しているか、正しくありません',
  }),
  'log-stream-throttled': phrase({
    en: 'CloudWatch Logs throttled the request',
    ja: 'CloudWatch Logs がリクエストをスロットリングしました',
  }),
  'log-group-create-conflict': phrase({
    en: 'Two tasks created the log group at once',
    ja: '2 つのタスクが同時にロググループを作成しようとしました',
  }),
}
