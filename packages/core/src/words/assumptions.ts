import type { AssumptionId } from '../model/assumption.ts'
import { type Phrase, phrase } from './phrase.ts'

export const assumptionSentences: { readonly [Id in AssumptionId]: Phrase } = {
  'images-on-other-registries': phrase({
    en: 'images on other registries exist, fit the platform and may be pulled',
    ja: '他のレジストリのイメージが存在し、プラットフォームに合い、プルできること',
  }),
  'images-pushed': phrase({
    en: 'the images of private ECR repositories were pushed',
    ja: 'ECR プライベートリポジトリのイメージがプッシュ済みであること',
  }),
  'image-platform': phrase({
    en: 'the images were built for the operating system and architecture of the task',
    ja: 'イメージがタスクのオペレーティングシステムとアーキテクチャ用にビルドされていること',
  }),
  'environment-files-uploaded': phrase({
    en: 'the environment files were uploaded to their buckets',
    ja: '環境ファイルがバケットにアップロード済みであること',
  }),
  'file-system-paths': phrase({
    en: 'the root directories and access points that the volumes name exist on EFS',
    ja: 'ボリュームが指定するルートディレクトリとアクセスポイントが EFS 上にあること',
  }),
  'secret-json-keys': phrase({
    en: 'the secrets hold the JSON keys and versions that the task definition names',
    ja: 'タスク定義が指定する JSON キーとバージョンがシークレットにあること',
  }),
  'policy-references-alone': phrase({
    en: 'a reference to a resource in a policy stands alone (`x.arn`), not inside a longer text',
    ja: 'ポリシー内のリソースへの参照は単独 (`x.arn`) で書かれ、より長い文字列の一部ではないこと',
  }),
  'organization-policies': phrase({
    en: 'no organization policy (SCP, RCP) stops a call',
    ja: '組織のポリシー (SCP、RCP) が呼び出しを拒否しないこと',
  }),
  'client-ports': phrase({
    en: 'Fargate makes its calls from ports 32768–60999 (Windows: 49152–65535), where the replies go',
    ja: 'Fargate が応答を受けるポートは 32768–60999 (Windows では 49152–65535) であること',
  }),
  'public-hosts-outside-vpc': phrase({
    en: 'no host outside has an address of the VPC, whose blocks are public address space',
    ja: 'VPC の CIDR ブロックはパブリックアドレス空間ですが、外部のホストがそのアドレスを使っていないこと',
  }),
  'new-subnet-addresses': phrase({
    en: 'the subnets that the code creates have all their addresses free',
    ja: 'コードが作成するサブネットの IP アドレスがすべて空いていること',
  }),
  'cluster-active': phrase({
    en: 'the cluster exists and is active',
    ja: 'クラスターが存在し、アクティブであること',
  }),
  'namespace-exists': phrase({
    en: 'the Service Connect namespace exists',
    ja: 'Service Connect の名前空間が存在すること',
  }),
  'target-groups-suit': phrase({
    en: 'the target groups exist, register IP addresses and have a load balancer',
    ja: 'ターゲットグループが存在し、ターゲットタイプが ip で、ロードバランサーに関連付けられていること',
  }),
  'service-registry-suits': phrase({
    en: 'the Cloud Map service exists, and takes the tasks as the ECS service registers them',
    ja: 'Cloud Map のサービスが存在し、ECS サービスの設定どおりにタスクを登録できること',
  }),
  'ebs-snapshots-usable': phrase({
    en: 'the snapshots of the EBS volumes are there, completed, and of a size that suits the volumes',
    ja: 'EBS ボリュームの作成に使うスナップショットが存在し、状態が completed で、サイズがボリュームの設定に合うこと',
  }),
  'zones-served': phrase({
    en: 'Fargate serves the Availability Zones of the subnets',
    ja: 'サブネットのアベイラビリティーゾーンで Fargate を利用できること',
  }),
}
