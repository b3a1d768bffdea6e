import type { VolumeBlocker } from '../launch/volume-blocker.ts'
import { listed, type Phrase, phrase } from './phrase.ts'

type Of<Name> = Extract<VolumeBlocker, { readonly blocker: Name }>

/** What keeps a volume from being mounted. */
export const volumeSentences: { readonly [Name in VolumeBlocker['blocker']]: Phrase<Of<Name>> } = {
  'file-system-missing': phrase({
    en: ({ fileSystemId, region, state }) =>
      state === 'missing'
        ? `There is no file system ${fileSystemId} in ${region}.`
        : `File system ${fileSystemId} is ${state}.`,
    ja: ({ fileSystemId, region, state }) =>
      state === 'missing'
        ? `${region} にファイルシステム ${fileSystemId} が存在しません。`
        : `ファイルシステム ${fileSystemId} の状態は ${state} です。`,
  }),
  'mount-target-missing': phrase({
    en: ({ fileSystemId, zone, subnetId, vpcId, state, otherVpcId }) => {
      if (otherVpcId !== null) {
        return `The mount targets of ${fileSystemId} are in ${otherVpcId}, and its name gives no address in ${vpcId}, where ${subnetId} is.`
      }
      return state === null
        ? `${fileSystemId} has no mount target in ${zone ?? 'the zone of the subnet'}, where ${subnetId} is, so its name gives no address there.`
        : `The mount target of ${fileSystemId} in ${zone ?? 'the zone of the subnet'} is ${state}.`
    },
    ja: ({ fileSystemId, zone, subnetId, vpcId, state, otherVpcId }) => {
      if (otherVpcId !== null) {
        return `${fileSystemId} のマウントターゲットは ${otherVpcId} にあり、${subnetId} のある ${vpcId} ではファイルシステムの名前を解決できません。`
      }
      return state === null
        ? `${subnetId} のある ${zone ?? 'アベイラビリティーゾーン'} に ${fileSystemId} のマウントターゲットがないため、ファイルシステムの名前を解決できません。`
        : `${zone ?? 'アベイラビリティーゾーン'} にある ${fileSystemId} のマウントターゲットの状態は ${state} です。`
    },
  }),
  'mount-target-security-group': phrase({
    en: ({ mountTargetId, fileSystemId, groupIds, port, subnetId, source }) =>
      `No inbound rule of ${listed.en(groupIds)} at mount target ${mountTargetId} (${fileSystemId}) allows TCP ${port} from ${subnetId} (${source}) or the task's groups.`,
    ja: ({ mountTargetId, fileSystemId, groupIds, port, subnetId, source }) =>
      `マウントターゲット ${mountTargetId} (${fileSystemId}) のセキュリティグループ ${listed.ja(groupIds)} には、${subnetId} (${source}) またはタスクのセキュリティグループからの TCP ${port} を許可するインバウンドルールがありません。`,
  }),
  'file-system-policy-silent': phrase({
    en: ({ fileSystemId, volume }) =>
      `The policy of ${fileSystemId} does not let everybody mount it, and volume ${volume} mounts it without IAM.`,
    ja: ({ fileSystemId, volume }) =>
      `${fileSystemId} のファイルシステムポリシーは匿名のマウントを許可していませんが、ボリューム ${volume} は IAM 認可を使わずにマウントします。`,
  }),
  'volume-option-invalid': phrase({
    en: ({ volume, option, value, wanted, beside }) =>
      wanted.length === 0
        ? `Volume ${volume} has ${option} ${value}, which ${beside} does not take.`
        : `Volume ${volume} has ${option} ${value}; with ${beside} it must be ${wanted.join(', ')}.`,
    ja: ({ volume, option, value, wanted, beside }) =>
      wanted.length === 0
        ? `ボリューム ${volume} に ${option} (${value}) が設定されていますが、${beside} では使えません。`
        : `ボリューム ${volume} の ${option} は ${value} ですが、${beside} を指定する場合は ${wanted.join(', ')} でなければなりません。`,
  }),
  'volume-option-missing': phrase({
    en: ({ volume, options, beside }) =>
      `Volume ${volume} does not set ${options.join(' or ')}, which ${beside ?? 'ECS'} needs.`,
    ja: ({ volume, options, beside }) =>
      `ボリューム ${volume} に ${options.join(' または ')} がありません。${beside === null ? '' : `${beside} では`}必須です。`,
  }),
  'ebs-snapshot-unusable': phrase({
    en: ({ volume, snapshotId, why, value }) => {
      switch (why) {
        case 'missing':
          return `Volume ${volume} is made of snapshot ${snapshotId}, which is not there.`
        case 'state':
          return `Volume ${volume} is made of snapshot ${snapshotId}, whose state is ${value}.`
        case 'size':
          return `Volume ${volume} is to be smaller than snapshot ${snapshotId}, which has ${value}.`
      }
    },
    ja: ({ volume, snapshotId, why, value }) => {
      switch (why) {
        case 'missing':
          return `ボリューム ${volume} の作成に使うスナップショット ${snapshotId} が存在しません。`
        case 'state':
          return `ボリューム ${volume} の作成に使うスナップショット ${snapshotId} の状態は ${value} です。`
        case 'size':
          return `ボリューム ${volume} のサイズが、スナップショット ${snapshotId} のサイズ (${value}) より小さくなっています。`
      }
    },
  }),
  'too-many-volumes': phrase({
    en: ({ volumes, most }) =>
      `The task definition leaves ${volumes.length} volumes to the launch (${listed.en(volumes)}); a task has at most ${most} EBS volume.`,
    ja: ({ volumes, most }) =>
      `タスク定義には起動時に設定する (configuredAtLaunch) ボリュームが ${volumes.length} 個 (${listed.ja(volumes)}) ありますが、タスクにアタッチできる EBS ボリュームは ${most} 個までです。`,
  }),
  'volume-not-configured': phrase({
    en: ({ volume }) => `Volume ${volume} is configured at launch, and the request has no volumeConfigurations for it.`,
    ja: ({ volume }) =>
      `ボリューム ${volume} は起動時に設定する (configuredAtLaunch) ものですが、リクエストに対応する volumeConfigurations がありません。`,
  }),
  'volume-configuration-unmatched': phrase({
    en: ({ volume }) =>
      `The request has volumeConfigurations for volume ${volume}, and the task definition has no such volume with configuredAtLaunch.`,
    ja: ({ volume }) =>
      `リクエストの volumeConfigurations にボリューム ${volume} がありますが、タスク定義には対応する configuredAtLaunch のボリュームがありません。`,
  }),
}

/** What to do, in one line. */
export const volumeRemedies: { readonly [Name in VolumeBlocker['blocker']]: Phrase<{ readonly blocker: Of<Name> }> } = {
  'file-system-missing': phrase({
    en: ({ blocker }) => `Name a file system that is there, or create ${blocker.fileSystemId} anew.`,
    ja: () => '存在するファイルシステムを指定するか、ファイルシステムを作成してください。',
  }),
  'mount-target-missing': phrase({
    en: ({ blocker }) =>
      blocker.otherVpcId !== null
        ? `Run the task in ${blocker.otherVpcId}, or associate a private hosted zone that gives the name the addresses of the mount targets.`
        : blocker.state === null
          ? `Create a mount target of ${blocker.fileSystemId} in ${blocker.zone ?? 'that zone'}, or run the task in zones that have one.`
          : `Wait until the mount target of ${blocker.fileSystemId} is available, or create it anew.`,
    ja: ({ blocker }) =>
      blocker.otherVpcId !== null
        ? `${blocker.otherVpcId} でタスクを実行するか、ファイルシステムの名前をマウントターゲットの IP アドレスに解決するプライベートホストゾーンを関連付けてください。`
        : blocker.state === null
          ? `${blocker.zone ?? 'そのアベイラビリティーゾーン'} に ${blocker.fileSystemId} のマウントターゲットを作成するか、マウントターゲットのあるアベイラビリティーゾーンでタスクを実行してください。`
          : `${blocker.fileSystemId} のマウントターゲットが available になるまで待つか、作り直してください。`,
  }),
  'mount-target-security-group': phrase({
    en: ({ blocker }) =>
      `Allow inbound TCP ${blocker.port} from ${blocker.source} or the task's group in ${blocker.groupIds[0] ?? 'the group'}.`,
    ja: ({ blocker }) =>
      `${blocker.groupIds[0] ?? 'セキュリティグループ'} で ${blocker.source} またはタスクのセキュリティグループからのインバウンド TCP ${blocker.port} を許可してください。`,
  }),
  'file-system-policy-silent': phrase({
    en: ({ blocker }) =>
      `Set authorizationConfig.iam of volume ${blocker.volume} to ENABLED and allow the task role elasticfilesystem:ClientMount.`,
    ja: ({ blocker }) =>
      `ボリューム ${blocker.volume} の authorizationConfig.iam を ENABLED にし、タスクロールに elasticfilesystem:ClientMount を許可してください。`,
  }),
  'volume-option-invalid': phrase({
    en: ({ blocker: { volume, option, wanted } }) =>
      wanted.length === 0
        ? `Take out ${option} of volume ${volume}.`
        : `Set ${option} of volume ${volume} to ${wanted.join(', ')}.`,
    ja: ({ blocker: { volume, option, wanted } }) =>
      wanted.length === 0
        ? `ボリューム ${volume} の ${option} を外してください。`
        : `ボリューム ${volume} の ${option} を ${wanted.join(', ')} にしてください。`,
  }),
  'volume-option-missing': phrase({
    en: ({ blocker: { volume, options } }) => `Set ${options.join(' or ')} of volume ${volume}.`,
    ja: ({ blocker: { volume, options } }) =>
      `ボリューム ${volume} に ${options.join(' または ')} を指定してください。`,
  }),
  'ebs-snapshot-unusable': phrase({
    en: ({ blocker: { volume, why, value } }) =>
      why === 'size'
        ? `Set sizeInGiB of volume ${volume} to ${value} at least, or leave it out.`
        : `Name a snapshot in snapshotId of volume ${volume} that is there and completed.`,
    ja: ({ blocker: { volume, why, value } }) =>
      why === 'size'
        ? `ボリューム ${volume} の sizeInGiB を ${value} 以上にするか、指定を外してください。`
        : `ボリューム ${volume} の snapshotId に、存在し状態が completed のスナップショットを指定してください。`,
  }),
  'too-many-volumes': phrase({
    en: ({ blocker: { most } }) =>
      `Keep ${most} volume with configuredAtLaunch; files that outlive a task or are shared may be on EFS.`,
    ja: ({ blocker: { most } }) =>
      `configuredAtLaunch のボリュームを ${most} 個にしてください。タスクの終了後も残すファイルや共有するファイルには EFS を使えます。`,
  }),
  'volume-not-configured': phrase({
    en: ({ blocker }) => `Add ${blocker.volume} to volumeConfigurations of the service or RunTask, with its role.`,
    ja: ({ blocker }) =>
      `サービスまたは RunTask の volumeConfigurations に、ロールとともに ${blocker.volume} を追加してください。`,
  }),
  'volume-configuration-unmatched': phrase({
    en: ({ blocker: { volume } }) =>
      `Add volume ${volume} with configuredAtLaunch to the task definition, or take it out of volumeConfigurations.`,
    ja: ({ blocker: { volume } }) =>
      `タスク定義に configuredAtLaunch を有効にしたボリューム ${volume} を追加するか、volumeConfigurations から外してください。`,
  }),
}
