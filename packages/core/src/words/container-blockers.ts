import type { ContainerBlocker } from '../launch/container-blocker.ts'
import { listed, type Phrase, phrase } from './phrase.ts'
import type { RemedyContext } from './remedy-context.ts'

type Of<Name> = Extract<ContainerBlocker, { readonly blocker: Name }>

type Sentences = { readonly [Name in ContainerBlocker['blocker']]: Phrase<Of<Name>> }

const ON_EN = { fargate: 'Fargate does', windows: 'Windows containers do' } as const
const ON_JA = { fargate: 'Fargate ', windows: 'Windows コンテナ' } as const

const UNIT_EN = { cpu: 'CPU units', memory: 'MiB of memory' } as const
const UNIT_JA = { cpu: 'ユニット', memory: 'MiB ' } as const

type Wanted = Of<'container-setting-invalid'>['wanted']

function wantedEn(wanted: Wanted): string {
  if (!('length' in wanted)) return rangeEn(wanted)
  return wanted.length < 2 ? wanted.join('') : `one of ${wanted.join(', ')}`
}

function rangeEn({ least, most }: Exclude<Wanted, readonly string[]>): string {
  return least === undefined ? `at most ${most}` : `from ${least} to ${most}`
}

function wantedJa(wanted: Wanted): string {
  if (!('length' in wanted)) {
    return wanted.least === undefined ? `${wanted.most} 以下` : `${wanted.least}～${wanted.most}`
  }
  return wanted.length < 2 ? wanted.join('') : `${wanted.join('、')} のいずれか`
}

/** Sizes and URLs are told by an example. */
function optionEn(option: string, wanted: readonly string[]): string {
  if (option === 'max-buffer-size') return `a size such as ${wanted.join('')}`
  if (option === 'splunk-url') return `a URL such as ${wanted.join('')}`
  return wantedEn(wanted)
}

function optionJa(option: string, wanted: readonly string[]): string {
  if (option === 'max-buffer-size') return `${wanted.join('')} のようなサイズ`
  if (option === 'splunk-url') return `${wanted.join('')} のような URL `
  return `${wantedJa(wanted)} `
}

export const containerSentences: Sentences = {
  'environment-file-missing': phrase({
    en: ({ file, bucket, missing }) =>
      missing === 'bucket' ? `There is no bucket ${bucket} (${file}).` : `There is no object ${file}.`,
    ja: ({ file, bucket, missing }) =>
      missing === 'bucket' ? `バケット ${bucket} が存在しません (${file})。` : `オブジェクト ${file} が存在しません。`,
  }),
  'environment-file-invalid': phrase({
    en: ({ container, file, why }) => {
      switch (why) {
        case 'platform':
          return `Container ${container} has environmentFiles, which Fargate does not read for ${file}.`
        case 'too-many':
          return `The task definition names ${file} environment files or more; ECS takes at most 10.`
        case 'type':
          return `Container ${container} names an environment file of type ${file}; the only type is s3.`
        case 'suffix':
          return `The name of environment file ${file} of container ${container} does not end in .env.`
        case 'arn':
          return `Environment file ${file} of container ${container} is not the ARN of an S3 object.`
      }
    },
    ja: ({ container, file, why }) => {
      switch (why) {
        case 'platform':
          return `コンテナ ${container} に environmentFiles がありますが、${file} では使えません。`
        case 'too-many':
          return `タスク定義に ${file} 個以上の環境ファイルが指定されています。指定できるのは 10 個までです。`
        case 'type':
          return `コンテナ ${container} の環境ファイルのタイプは ${file} ですが、使えるのは s3 だけです。`
        case 'suffix':
          return `コンテナ ${container} の環境ファイル ${file} の拡張子が .env ではありません。`
        case 'arn':
          return `コンテナ ${container} の環境ファイル ${file} は S3 オブジェクトの ARN ではありません。`
      }
    },
  }),
  'log-option-invalid': phrase({
    en: ({ container, option, value, wanted, beside }) =>
      beside === null
        ? `The log configuration of container ${container} sets ${option} to ${value}; it must be ${optionEn(option, wanted)}.`
        : `The log configuration of container ${container} has both ${option} and ${beside}.`,
    ja: ({ container, option, value, wanted, beside }) =>
      beside === null
        ? `コンテナ ${container} のログ設定の ${option} は ${value} ですが、${optionJa(option, wanted)}でなければなりません。`
        : `コンテナ ${container} のログ設定に ${option} と ${beside} の両方があります。`,
  }),
  'log-driver-unsupported': phrase({
    en: ({ container, driver, supported }) =>
      `Container ${container} uses log driver ${driver}; Fargate has ${listed.en(supported)}.`,
    ja: ({ container, driver, supported }) =>
      `コンテナ ${container} のログドライバーは ${driver} ですが、Fargate で使えるのは ${listed.ja(supported)} です。`,
  }),
  'log-router-missing': phrase({
    en: ({ container }) =>
      `Container ${container} uses log driver awsfirelens, and no container has a firelensConfiguration.`,
    ja: ({ container }) =>
      `コンテナ ${container} のログドライバーは awsfirelens ですが、firelensConfiguration のあるコンテナがありません。`,
  }),
  'log-router-unused': phrase({
    en: ({ container }) =>
      `Container ${container} has a firelensConfiguration, and no container uses log driver awsfirelens.`,
    ja: ({ container }) =>
      `コンテナ ${container} に firelensConfiguration がありますが、ログドライバー awsfirelens を使うコンテナがありません。`,
  }),
  'image-reference-malformed': phrase({
    en: ({ container, image }) => `The image of container ${container} is no image reference: "${image}".`,
    ja: ({ container, image }) => `コンテナ ${container} の image はイメージ参照の形式ではありません: 「${image}」`,
  }),
  'image-platform-mismatch': phrase({
    en: ({ image, wanted, platforms }) => `${image} was built for ${listed.en(platforms)}; the task runs on ${wanted}.`,
    ja: ({ image, wanted, platforms }) =>
      `${image} は ${listed.ja(platforms)} 用ですが、タスクは ${wanted} で実行されます。`,
  }),
  'image-too-large': phrase({
    en: ({ image, gibibytes, storageGibibytes }) =>
      `${image} is ${gibibytes} GiB compressed; the task has ${storageGibibytes} GiB of ephemeral storage.`,
    ja: ({ image, gibibytes, storageGibibytes }) =>
      `${image} は圧縮時で ${gibibytes} GiB ですが、タスクのエフェメラルストレージは ${storageGibibytes} GiB です。`,
  }),
  'repository-key-unusable': phrase({
    en: ({ repository, keyId, state }) =>
      `Repository ${repository} is encrypted with key ${keyId}, which ${state === 'missing' ? 'does not exist' : `is ${state}`}.`,
    ja: ({ repository, keyId, state }) =>
      `リポジトリ ${repository} はキー ${keyId} で暗号化されていますが、このキーは${state === 'missing' ? '存在しません' : ` ${state} です`}。`,
  }),
  'container-setting-invalid': phrase({
    en: ({ container, setting, value, wanted }) =>
      value === ''
        ? `Container ${container} does not set ${setting}.`
        : `Container ${container} sets ${setting} to ${value}; it must be ${wantedEn(wanted)}.`,
    ja: ({ container, setting, value, wanted }) =>
      value === ''
        ? `コンテナ ${container} に ${setting} がありません。`
        : `コンテナ ${container} の ${setting} は ${value} ですが、${wantedJa(wanted)} でなければなりません。`,
  }),
  'container-setting-unsupported': phrase({
    en: ({ container, setting, on }) => `Container ${container} sets ${setting}, which ${ON_EN[on]} not support.`,
    ja: ({ container, setting, on }) =>
      `コンテナ ${container} に ${setting} が設定されていますが、${ON_JA[on]}では使えません。`,
  }),
  'container-name-twice': phrase({
    en: ({ container }) => `Two containers have the name ${container}.`,
    ja: ({ container }) => `${container} という名前のコンテナが 2 つあります。`,
  }),
  'variable-twice': phrase({
    en: ({ container, variable }) =>
      `Container ${container} gets ${variable} from secrets, and once more from secrets or environment.`,
    ja: ({ container, variable }) =>
      `コンテナ ${container} の secrets にある ${variable} が、secrets または environment にも重複して指定されています。`,
  }),
  'no-essential-container': phrase({
    en: ({ taskDefinition }) => `No container of task definition ${taskDefinition} is essential.`,
    ja: ({ taskDefinition }) => `タスク定義 ${taskDefinition} に essential なコンテナがありません。`,
  }),
  'too-many-containers': phrase({
    en: ({ count, most }) => `The task definition has ${count} containers; ECS takes at most ${most}.`,
    ja: ({ count, most }) => `タスク定義に ${count} 個のコンテナがあります。指定できるのは ${most} 個までです。`,
  }),
  'containers-exceed-task': phrase({
    en: ({ resource, total, task }) =>
      `The containers ask for ${total} ${UNIT_EN[resource]} together; the task has ${task}.`,
    ja: ({ resource, total, task }) =>
      `コンテナの ${resource} の合計は ${total} ${UNIT_JA[resource]}ですが、タスクの ${resource} は ${task} ${UNIT_JA[resource]}です。`,
  }),
  'container-exceeds-task': phrase({
    en: ({ container, memory, task }) =>
      `Container ${container} asks for ${memory} MiB of memory; the task has ${task}.`,
    ja: ({ container, memory, task }) =>
      `コンテナ ${container} の memory は ${memory} MiB ですが、タスクの memory は ${task} MiB です。`,
  }),
  'port-mapped-twice': phrase({
    en: ({ container, port, protocol }) =>
      `Container ${container} maps port ${port} (${protocol}), which is mapped before; the containers share the ports of the task.`,
    ja: ({ container, port, protocol }) =>
      `コンテナ ${container} のポート ${port} (${protocol}) は、すでにマッピングされています。ポートはタスク内のコンテナで共有されます。`,
  }),
  'environment-too-large': phrase({
    en: ({ bytes, most }) =>
      `Environment and secrets alone are ${bytes} bytes; a task definition may have ${most} altogether.`,
    ja: ({ bytes, most }) =>
      `環境変数とシークレットの指定だけで ${bytes} バイトあります。タスク定義全体の上限は ${most} バイトです。`,
  }),
  'dependency-impossible': phrase({
    en: ({ container, on, condition, why }) => {
      switch (why) {
        case 'unknown-container':
          return `Container ${container} depends on ${on}, and there is no such container.`
        case 'cycle':
          return `Container ${container} depends on ${on}, which depends on ${container} in turn.`
        case 'essential':
          return `Container ${container} waits for ${on} to end (${condition}), and ${on} is essential: when it ends, the task stops.`
        case 'no-health-check':
          return `Container ${container} waits for ${on} to be ${condition}, and ${on} has no healthCheck.`
      }
    },
    ja: ({ container, on, condition, why }) => {
      switch (why) {
        case 'unknown-container':
          return `コンテナ ${container} の依存先 ${on} というコンテナがありません。`
        case 'cycle':
          return `コンテナ ${container} は ${on} に依存し、${on} も ${container} に依存しています。`
        case 'essential':
          return `コンテナ ${container} は ${on} の終了 (${condition}) を待ちますが、${on} は essential なので、終了するとタスクが停止します。`
        case 'no-health-check':
          return `コンテナ ${container} は ${on} が ${condition} になるのを待ちますが、${on} に healthCheck がありません。`
      }
    },
  }),
  'volume-unknown': phrase({
    en: ({ container, kind, name }) =>
      kind === 'volume'
        ? `Container ${container} mounts volume ${name}, which the task definition does not have.`
        : `Container ${container} mounts the volumes of container ${name}, which the task definition does not have.`,
    ja: ({ container, kind, name }) =>
      kind === 'volume'
        ? `コンテナ ${container} がマウントするボリューム ${name} が、タスク定義にありません。`
        : `コンテナ ${container} がボリュームを引き継ぐコンテナ ${name} が、タスク定義にありません。`,
  }),
  'task-role-overridden': phrase({
    en: ({ container, variable }) =>
      `Container ${container} has ${variable} in its environment, which the agent of ECS Exec uses instead of the task role.`,
    ja: ({ container, variable }) =>
      `コンテナ ${container} の環境変数に ${variable} があり、ECS Exec のエージェントがタスクロールの代わりに使います。`,
  }),
  'exec-not-supported': phrase({
    en: ({ of, why }) =>
      why === 'platform'
        ? `ECS Exec is on, and platform version ${of} does not have it.`
        : `ECS Exec is on, and does not work in ${of}, which has no IPv4.`,
    ja: ({ of, why }) =>
      why === 'platform'
        ? `ECS Exec が有効ですが、プラットフォームバージョン ${of} では使えません。`
        : `ECS Exec が有効ですが、IPv4 のない ${of} では使えません。`,
  }),
  'secret-reference-malformed': phrase({
    en: ({ valueFrom }) => `valueFrom names neither a secret nor a parameter: "${valueFrom}".`,
    ja: ({ valueFrom }) => `valueFrom がシークレットとパラメータのどちらの形式でもありません: 「${valueFrom}」`,
  }),
  'root-filesystem-read-only': phrase({
    en: ({ container }) => `Container ${container} has readonlyRootFilesystem, and the agent of ECS Exec must write.`,
    ja: ({ container }) =>
      `コンテナ ${container} は readonlyRootFilesystem が有効なため、ECS Exec のエージェントが書き込めません。`,
  }),
}

type Remedies = {
  readonly [Name in ContainerBlocker['blocker']]: Phrase<RemedyContext & { readonly blocker: Of<Name> }>
}

export const containerRemedies: Remedies = {
  'environment-file-missing': phrase({
    en: ({ blocker: { file } }) => `Upload ${file}, or correct the value in environmentFiles.`,
    ja: ({ blocker: { file } }) => `${file} をアップロードするか、environmentFiles の value を修正してください。`,
  }),
  'environment-file-invalid': phrase({
    en: ({ blocker: { why } }) =>
      why === 'platform'
        ? 'Use environment or secrets instead of environmentFiles.'
        : why === 'too-many'
          ? 'Put the variables into at most 10 files.'
          : 'Set type to s3 and value to the ARN of an object that ends in .env: arn:aws:s3:::bucket/app.env.',
    ja: ({ blocker: { why } }) =>
      why === 'platform'
        ? 'environmentFiles の代わりに environment か secrets を使ってください。'
        : why === 'too-many'
          ? '環境ファイルを 10 個以内にまとめてください。'
          : 'type を s3 に、value を .env で終わるオブジェクトの ARN (arn:aws:s3:::bucket/app.env) に設定してください。',
  }),
  'log-option-invalid': phrase({
    en: ({ blocker: { option, wanted, beside } }) =>
      beside === null ? `Set ${option} to ${optionEn(option, wanted)}.` : `Take out ${option} or ${beside}.`,
    ja: ({ blocker: { option, wanted, beside } }) =>
      beside === null
        ? `${option} を ${optionJa(option, wanted)}に設定してください。`
        : `${option} か ${beside} のどちらかを外してください。`,
  }),
  'log-driver-unsupported': phrase({
    en: ({ blocker: { supported } }) => `Set logDriver to ${supported.join(' or ')}.`,
    ja: ({ blocker: { supported } }) => `logDriver を ${supported.join('、')} のいずれかに変更してください。`,
  }),
  'log-router-missing': phrase({
    en: 'Add a log router: a container with a firelensConfiguration of type fluentbit.',
    ja: 'ログルーター (type が fluentbit の firelensConfiguration のあるコンテナ) を追加してください。',
  }),
  'log-router-unused': phrase({
    en: 'Set logDriver of the other containers to awsfirelens, or take out firelensConfiguration.',
    ja: '他のコンテナの logDriver を awsfirelens にするか、firelensConfiguration を外してください。',
  }),
  'image-reference-malformed': phrase({
    en: 'Write it as registry/repository:tag or registry/repository@digest.',
    ja: 'registry/repository:tag か registry/repository@digest の形式で指定してください。',
  }),
  'image-platform-mismatch': phrase({
    en: ({ blocker: { wanted } }) =>
      `Build the image for the task (docker buildx build --platform ${wanted}), or set runtimePlatform to what it was built for.`,
    ja: ({ blocker: { wanted } }) =>
      `イメージをタスク用にビルドする (docker buildx build --platform ${wanted}) か、runtimePlatform をイメージに合わせてください。`,
  }),
  'image-too-large': phrase({
    en: 'Make the image smaller, or set ephemeralStorage.sizeInGiB to well above twice its size (at most 200).',
    ja: 'イメージを小さくするか、ephemeralStorage.sizeInGiB をイメージの 2 倍より十分大きく (200 以下で) 設定してください。',
  }),
  'repository-key-unusable': phrase({
    en: ({ blocker: { keyId, state } }) =>
      state === 'Disabled'
        ? `Enable it: aws kms enable-key --key-id ${keyId}`
        : state === 'PendingDeletion'
          ? `Keep it: aws kms cancel-key-deletion --key-id ${keyId}, then aws kms enable-key --key-id ${keyId}`
          : 'Push the image to a repository with another key: the key of a repository cannot be changed.',
    ja: ({ blocker: { keyId, state } }) =>
      state === 'Disabled'
        ? `キーを有効にしてください: aws kms enable-key --key-id ${keyId}`
        : state === 'PendingDeletion'
          ? `キーの削除を取り消して有効にしてください: aws kms cancel-key-deletion --key-id ${keyId}、aws kms enable-key --key-id ${keyId}`
          : '別のキーを使うリポジトリにイメージをプッシュしてください。リポジトリのキーは変更できません。',
  }),
  'container-setting-invalid': phrase({
    en: ({ blocker: { setting, wanted } }) => `Set ${setting} to ${settingEn(wanted)}.`,
    ja: ({ blocker: { setting, wanted } }) => `${setting} を ${wantedJa(wanted)} に設定してください。`,
  }),
  'container-setting-unsupported': phrase({
    en: ({ blocker: { setting } }) => `Take out ${setting}.`,
    ja: ({ blocker: { setting } }) => `${setting} を外してください。`,
  }),
  'container-name-twice': phrase({
    en: 'Give each container a name of its own.',
    ja: 'コンテナごとに異なる名前を付けてください。',
  }),
  'variable-twice': phrase({
    en: ({ blocker: { variable } }) => `Leave ${variable} in secrets alone.`,
    ja: ({ blocker: { variable } }) => `${variable} の指定を secrets の 1 つだけにしてください。`,
  }),
  'no-essential-container': phrase({
    en: 'Set essential to true for the container that the task is for.',
    ja: 'タスクの主となるコンテナの essential を true に設定してください。',
  }),
  'too-many-containers': phrase({
    en: ({ blocker: { most } }) => `Split the task definition into several of at most ${most} containers.`,
    ja: ({ blocker: { most } }) => `コンテナが ${most} 個以内になるように、タスク定義を分割してください。`,
  }),
  'containers-exceed-task': phrase({
    en: ({ blocker: { resource } }) => `Raise ${resource} of the task, or lower that of the containers.`,
    ja: ({ blocker: { resource } }) => `タスクの ${resource} を増やすか、コンテナの ${resource} を減らしてください。`,
  }),
  'container-exceeds-task': phrase({
    en: 'Raise memory of the task, or lower that of the container.',
    ja: 'タスクの memory を増やすか、コンテナの memory を減らしてください。',
  }),
  'port-mapped-twice': phrase({
    en: 'Let each container listen on a port of its own.',
    ja: 'コンテナごとに異なるポートを使ってください。',
  }),
  'environment-too-large': phrase({
    en: 'Move variables to environmentFiles, or large values to S3, where the application reads them.',
    ja: '変数を environmentFiles に移すか、大きな値を S3 に置いてアプリケーションから読み取ってください。',
  }),
  'dependency-impossible': phrase({
    en: ({ blocker: { on, why } }) => {
      switch (why) {
        case 'unknown-container':
          return 'Name a container of the task definition in dependsOn.'
        case 'cycle':
          return 'Take one of the dependencies out.'
        case 'essential':
          return `Set essential of ${on} to false, or wait for START or HEALTHY.`
        case 'no-health-check':
          return `Give ${on} a healthCheck, or wait for START. That of the image does not count.`
      }
    },
    ja: ({ blocker: { on, why } }) => {
      switch (why) {
        case 'unknown-container':
          return 'dependsOn に、タスク定義にあるコンテナを指定してください。'
        case 'cycle':
          return 'いずれかの依存関係を外してください。'
        case 'essential':
          return `${on} の essential を false にするか、条件を START か HEALTHY に変更してください。`
        case 'no-health-check':
          return `${on} に healthCheck を設定するか、条件を START に変更してください。イメージのヘルスチェックは使われません。`
      }
    },
  }),
  'volume-unknown': phrase({
    en: ({ blocker: { kind, name } }) =>
      kind === 'volume'
        ? `Add ${name} to the volumes of the task definition, or correct sourceVolume.`
        : 'Name a container of the task definition in volumesFrom.',
    ja: ({ blocker: { kind, name } }) =>
      kind === 'volume'
        ? `タスク定義の volumes に ${name} を追加するか、sourceVolume を修正してください。`
        : 'volumesFrom に、タスク定義にあるコンテナを指定してください。',
  }),
  'task-role-overridden': phrase({
    en: ({ blocker: { variable } }) =>
      `Remove ${variable} where ECS Exec is used, and give the rights to the task role.`,
    ja: ({ blocker: { variable } }) =>
      `ECS Exec を使うコンテナでは ${variable} を外し、必要な権限をタスクロールに付けてください。`,
  }),
  'exec-not-supported': phrase({
    en: ({ blocker: { why } }) =>
      why === 'platform' ? 'Use platform version LATEST.' : 'Use a subnet with IPv4 where ECS Exec is needed.',
    ja: ({ blocker: { why } }) =>
      why === 'platform'
        ? 'プラットフォームバージョンを LATEST にしてください。'
        : 'ECS Exec が必要な場合は、IPv4 のあるサブネットを使ってください。',
  }),
  'secret-reference-malformed': phrase({
    en: 'Write ARN:json-key:version-stage:version-id with all its colons (ARN:key::), the ARN alone, or the name of a parameter.',
    ja: 'ARN:JSON キー:バージョンステージ:バージョン ID (空の部分もコロンを残して ARN:キー::)、ARN のみ、またはパラメータの名前で指定してください。',
  }),
  'root-filesystem-read-only': phrase({
    en: 'Set readonlyRootFilesystem to false where ECS Exec is used.',
    ja: 'ECS Exec を使うコンテナでは readonlyRootFilesystem を false に設定してください。',
  }),
}

function settingEn(wanted: Wanted): string {
  return 'length' in wanted ? wanted.join(' or ') : `a value ${rangeEn(wanted)}`
}
