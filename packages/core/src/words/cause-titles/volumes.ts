import { phrase } from '../phrase.ts'

/** Titles of the causes of volumes. */
export const VOLUMES_TITLES = {
  'file-system-mount-target-missing': phrase({
    en: 'The file system has no mount target that the task can use, or it is not ready',
    ja: 'タスクが使えるマウントターゲットがファイルシステムにないか、準備ができていません',
  }),
  'file-system-access-denied': phrase({
    en: 'The file system policy or the task role does not allow the mount',
    ja: 'ファイルシステムポリシーまたはタスクロールがマウントを許可していません',
  }),
  'file-system-path-missing': phrase({
    en: 'The root directory does not exist on the file system',
    ja: 'ルートディレクトリがファイルシステムに存在しません',
  }),
  'file-system-unreachable': phrase({
    en: 'A security group or ACL blocks port 2049 to or from the mount target',
    ja: 'セキュリティグループまたは ACL が、マウントターゲットのポート 2049 を遮断しています',
  }),
  'volume-misconfigured': phrase({
    en: 'A volume or mount point is set wrongly',
    ja: 'ボリュームまたはマウントポイントの設定が正しくありません',
  }),
  'storage-provisioning-timeout': phrase({
    en: 'Storage was not provisioned in time',
    ja: 'ストレージのプロビジョニングが時間内に終わりませんでした',
  }),
  'ebs-volume-failed': phrase({
    en: 'The EBS volume could not be created or attached',
    ja: 'EBS ボリュームを作成またはアタッチできませんでした',
  }),
  'ebs-file-system-mismatch': phrase({
    en: 'The file system of the EBS snapshot does not match',
    ja: 'EBS スナップショットのファイルシステムが一致しません',
  }),
  'infrastructure-role-trust-missing': phrase({
    en: 'The infrastructure role does not trust ecs.amazonaws.com or lacks its permissions',
    ja: 'インフラストラクチャロールの信頼ポリシーが ecs.amazonaws.com を許可していないか、権限が不足しています',
  }),
  's3-files-denied': phrase({
    en: 'The task role may not mount the S3 file system',
    ja: 'タスクロールに S3 ファイルシステムをマウントする権限がありません',
  }),
  's3-files-unreachable': phrase({
    en: 'No path to the mount target of the S3 file system',
    ja: 'S3 ファイルシステムのマウントターゲットに到達できません',
  }),
}
