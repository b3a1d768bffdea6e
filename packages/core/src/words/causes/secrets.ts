import { causeWords } from './cause-words.ts'

/** Causes of secrets, parameters, keys and environment files. */
export const SECRETS_CAUSES = {
  'secret-read-denied': causeWords({
    why: {
      en: 'Secrets are read as the execution role, not the task role; ARNs of secrets end with six random characters.',
      ja: 'シークレットはタスクロールではなくタスク実行ロールで読み取られます。ARN の末尾には 6 文字のランダムな文字が付きます。',
    },
    remedy: {
      en: 'Allow secretsmanager:GetSecretValue on the ARN of the secret, with -?????? at its end, to the execution role.',
      ja: 'タスク実行ロールに、末尾を -?????? としたシークレットの ARN への secretsmanager:GetSecretValue を許可してください。',
    },
  }),
  'secret-not-found': causeWords({
    why: {
      en: 'The name or ARN is written differently, or the secret is in another Region or account.',
      ja: '名前または ARN が違うか、シークレットが別のリージョンまたはアカウントにあります。',
    },
    remedy: {
      en: 'Compare valueFrom with `aws secretsmanager list-secrets` in the Region of the ARN.',
      ja: 'ARN のリージョンで `aws secretsmanager list-secrets` を実行し、valueFrom と照合してください。',
    },
  }),
  'secret-has-no-value': causeWords({
    why: {
      en: 'The secret was created without a version, as infrastructure code often does.',
      ja: 'シークレットがバージョンなしで作成されています。コードで作成した場合によく起こります。',
    },
    remedy: {
      en: 'Store a value with `aws secretsmanager put-secret-value`.',
      ja: '`aws secretsmanager put-secret-value` で値を保存してください。',
    },
  }),
  'secret-json-key-missing': causeWords({
    why: {
      en: 'valueFrom ends with a key that the JSON of the secret does not have; keys count case.',
      ja: 'valueFrom の末尾のキーが、シークレットの JSON にありません。大文字と小文字は区別されます。',
    },
    remedy: {
      en: 'Add the key to the secret, or correct it in valueFrom.',
      ja: 'シークレットにキーを追加するか、valueFrom のキーを直してください。',
    },
  }),
  'secret-not-json': causeWords({
    why: {
      en: 'The value is plain text, or was stored with quotes of a shell around it.',
      ja: '値がただのテキストか、シェルの引用符が付いたまま保存されています。',
    },
    remedy: {
      en: 'Store the value as a JSON object, or leave the key out of valueFrom.',
      ja: '値を JSON オブジェクトとして保存するか、valueFrom からキーを外してください。',
    },
  }),
  'secret-reference-malformed': causeWords({
    why: {
      en: 'After the ARN come key, version stage and version ID, each with its colon: ARN:key:stage:id.',
      ja: 'ARN の後には、キー、バージョンステージ、バージョン ID がコロン区切りで続きます (ARN:キー:ステージ:ID)。',
    },
    remedy: {
      en: 'Correct valueFrom; keep the empty colons, as in ARN:key::.',
      ja: 'ARN:キー:: のように、空の部分のコロンも残して valueFrom を直してください。',
    },
  }),
  'secret-scheduled-for-deletion': causeWords({
    why: {
      en: 'Somebody deleted the secret; it can be restored until the recovery window ends.',
      ja: 'シークレットが削除されました。復旧期間内であれば復元できます。',
    },
    remedy: {
      en: 'Restore it with `aws secretsmanager restore-secret`, or name another secret.',
      ja: '`aws secretsmanager restore-secret` で復元するか、別のシークレットを指定してください。',
    },
  }),
  'secret-read-throttled': causeWords({
    why: {
      en: 'Many tasks started at once, and each reads its secrets.',
      ja: '多数のタスクが同時に起動し、それぞれがシークレットを読み取りました。',
    },
    remedy: {
      en: 'Try again; for large starts turn on higher throughput of Parameter Store or use fewer secrets.',
      ja: '再試行してください。大量に起動する場合は、パラメータストアの高スループットを有効にするか、シークレットの数を減らしてください。',
    },
  }),
  'parameter-read-denied': causeWords({
    why: {
      en: 'Parameters are read as the execution role, with ssm:GetParameters in the plural.',
      ja: 'パラメータはタスク実行ロールで読み取られ、複数形の ssm:GetParameters が使われます。',
    },
    remedy: {
      en: 'Allow ssm:GetParameters on the ARN of the parameter to the execution role.',
      ja: 'タスク実行ロールに、パラメータの ARN への ssm:GetParameters を許可してください。',
    },
  }),
  'parameter-not-found': causeWords({
    why: {
      en: 'One name that does not exist fails the whole read; a name without ARN is looked for in the Region of the task.',
      ja: '存在しない名前が 1 つあると全体が失敗します。ARN でない名前は、タスクのリージョンで探されます。',
    },
    remedy: {
      en: 'Create the parameter that the message names, or correct valueFrom.',
      ja: 'メッセージにあるパラメータを作成するか、valueFrom を直してください。',
    },
  }),
  'kms-decrypt-denied': causeWords({
    why: {
      en: 'A secret with a key of your own needs kms:Decrypt besides the right to read it.',
      ja: '独自のキーで暗号化したシークレットには、読み取りの権限のほかに kms:Decrypt が必要です。',
    },
    remedy: {
      en: 'Allow kms:Decrypt on the key to the execution role, and check that the key policy lets the account use IAM.',
      ja: 'タスク実行ロールにキーへの kms:Decrypt を許可し、キーポリシーがアカウントの IAM を許可しているか確認してください。',
    },
  }),
  'key-unusable': causeWords({
    why: {
      en: 'Nothing that is encrypted with such a key can be read.',
      ja: 'そのキーで暗号化されたものは読み取れません。',
    },
    remedy: {
      en: 'Enable the key or cancel its deletion with `aws kms enable-key` or `aws kms cancel-key-deletion`.',
      ja: '`aws kms enable-key` または `aws kms cancel-key-deletion` で、キーを使えるようにしてください。',
    },
  }),
  'environment-file-not-found': causeWords({
    why: {
      en: 'Bucket or key are written differently, or the file was not uploaded.',
      ja: 'バケットまたはキーが違うか、ファイルがアップロードされていません。',
    },
    remedy: {
      en: 'Upload the file, or correct its ARN in environmentFiles; it must end with .env.',
      ja: 'ファイルをアップロードするか、environmentFiles の ARN を直してください。ファイル名は .env で終わる必要があります。',
    },
  }),
  'environment-file-denied': causeWords({
    why: {
      en: 'S3 answers 403 both for a denied and for a missing file where the role may not list the bucket.',
      ja: 'ロールにバケットの一覧を取得する権限がない場合、S3 はファイルがないときも 403 を返します。',
    },
    remedy: {
      en: 'Allow s3:GetObject on the file and s3:GetBucketLocation on the bucket to the execution role, and check that the file is there.',
      ja: 'タスク実行ロールに、ファイルへの s3:GetObject とバケットへの s3:GetBucketLocation を許可し、ファイルの有無も確認してください。',
    },
  }),
} as const
