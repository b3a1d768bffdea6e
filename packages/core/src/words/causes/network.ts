import { causeWords } from './cause-words.ts'

/** Causes on the way between the task and what it asks for. */
export const NETWORK_CAUSES = {
  'no-route-to-ecr-api': causeWords({
    why: {
      en: 'The subnet leads neither to the internet, by a NAT gateway or a public address, nor to a VPC endpoint of the service.',
      ja: 'サブネットから、NAT ゲートウェイやパブリック IP アドレスによるインターネット接続も、このサービスの VPC エンドポイントも利用できません。',
    },
    remedy: {
      en: 'Give the subnet a route to a NAT gateway, or create the interface endpoint com.amazonaws.REGION.ecr.api with private DNS.',
      ja: 'サブネットに NAT ゲートウェイへのルートを設けるか、インターフェイスエンドポイント com.amazonaws.REGION.ecr.api をプライベート DNS を有効にして作成してください。',
    },
  }),
  'no-route-to-ecr-dkr': causeWords({
    why: {
      en: 'The subnet leads neither to the internet, by a NAT gateway or a public address, nor to a VPC endpoint of the service.',
      ja: 'サブネットから、NAT ゲートウェイやパブリック IP アドレスによるインターネット接続も、このサービスの VPC エンドポイントも利用できません。',
    },
    remedy: {
      en: 'Give the subnet a route to a NAT gateway, or create the interface endpoint com.amazonaws.REGION.ecr.dkr with private DNS.',
      ja: 'サブネットに NAT ゲートウェイへのルートを設けるか、インターフェイスエンドポイント com.amazonaws.REGION.ecr.dkr をプライベート DNS を有効にして作成してください。',
    },
  }),
  'no-route-to-s3': causeWords({
    why: {
      en: 'The subnet leads neither to the internet, by a NAT gateway or a public address, nor to the gateway endpoint of S3.',
      ja: 'サブネットから、NAT ゲートウェイやパブリック IP アドレスによるインターネット接続も、S3 のゲートウェイエンドポイントも利用できません。',
    },
    remedy: {
      en: 'Create the gateway endpoint com.amazonaws.REGION.s3 and associate it with the route table of the subnet; it is free.',
      ja: 'ゲートウェイエンドポイント com.amazonaws.REGION.s3 を作成し、サブネットのルートテーブルに関連付けてください。料金はかかりません。',
    },
  }),
  'no-route-to-registry': causeWords({
    why: {
      en: 'The subnet leads neither to the internet, by a NAT gateway or a public address, nor to anything that stands for the registry.',
      ja: 'サブネットから、NAT ゲートウェイやパブリック IP アドレスによるインターネット接続も、レジストリの代わりになるものも利用できません。',
    },
    remedy: {
      en: 'Give the subnet a route to a NAT gateway, or copy the image to ECR; registries outside of AWS have no VPC endpoint.',
      ja: 'サブネットに NAT ゲートウェイへのルートを設けるか、イメージを ECR にコピーしてください。AWS 以外のレジストリに VPC エンドポイントはありません。',
    },
  }),
  'no-route-to-secretsmanager': causeWords({
    why: {
      en: 'The subnet leads neither to the internet, by a NAT gateway or a public address, nor to a VPC endpoint of the service.',
      ja: 'サブネットから、NAT ゲートウェイやパブリック IP アドレスによるインターネット接続も、このサービスの VPC エンドポイントも利用できません。',
    },
    remedy: {
      en: 'Give the subnet a route to a NAT gateway, or create the interface endpoint com.amazonaws.REGION.secretsmanager with private DNS.',
      ja: 'サブネットに NAT ゲートウェイへのルートを設けるか、インターフェイスエンドポイント com.amazonaws.REGION.secretsmanager をプライベート DNS を有効にして作成してください。',
    },
  }),
  'no-route-to-ssm': causeWords({
    why: {
      en: 'The subnet leads neither to the internet, by a NAT gateway or a public address, nor to a VPC endpoint of the service.',
      ja: 'サブネットから、NAT ゲートウェイやパブリック IP アドレスによるインターネット接続も、このサービスの VPC エンドポイントも利用できません。',
    },
    remedy: {
      en: 'Give the subnet a route to a NAT gateway, or create the interface endpoint com.amazonaws.REGION.ssm with private DNS.',
      ja: 'サブネットに NAT ゲートウェイへのルートを設けるか、インターフェイスエンドポイント com.amazonaws.REGION.ssm をプライベート DNS を有効にして作成してください。',
    },
  }),
  'no-route-to-kms': causeWords({
    why: {
      en: 'The subnet leads neither to the internet, by a NAT gateway or a public address, nor to a VPC endpoint of the service.',
      ja: 'サブネットから、NAT ゲートウェイやパブリック IP アドレスによるインターネット接続も、このサービスの VPC エンドポイントも利用できません。',
    },
    remedy: {
      en: 'Give the subnet a route to a NAT gateway, or create the interface endpoint com.amazonaws.REGION.kms with private DNS.',
      ja: 'サブネットに NAT ゲートウェイへのルートを設けるか、インターフェイスエンドポイント com.amazonaws.REGION.kms をプライベート DNS を有効にして作成してください。',
    },
  }),
  'no-route-to-logs': causeWords({
    why: {
      en: 'The subnet leads neither to the internet, by a NAT gateway or a public address, nor to a VPC endpoint of the service.',
      ja: 'サブネットから、NAT ゲートウェイやパブリック IP アドレスによるインターネット接続も、このサービスの VPC エンドポイントも利用できません。',
    },
    remedy: {
      en: 'Give the subnet a route to a NAT gateway, or create the interface endpoint com.amazonaws.REGION.logs with private DNS.',
      ja: 'サブネットに NAT ゲートウェイへのルートを設けるか、インターフェイスエンドポイント com.amazonaws.REGION.logs をプライベート DNS を有効にして作成してください。',
    },
  }),
  'no-route-to-log-destination': causeWords({
    why: {
      en: 'The log driver sends to a host of its own, such as a Splunk collector, and the subnet leads nowhere near it.',
      ja: 'ログドライバーは Splunk コレクターなど独自のホストに送信しますが、サブネットからそこへの経路がありません。',
    },
    remedy: {
      en: 'Give the subnet a route to that host, by a NAT gateway, a peering or a transit gateway, or send the logs with awslogs.',
      ja: 'NAT ゲートウェイ、ピアリング接続、Transit Gateway などでそのホストへのルートを設けるか、awslogs でログを送信してください。',
    },
  }),
  'no-route-to-efs': causeWords({
    why: {
      en: 'The mount target is in another VPC without peering or a transit gateway, or answers in another address family.',
      ja: 'マウントターゲットが、ピアリングや Transit Gateway のない別の VPC にあるか、アドレスの種類が違います。',
    },
    remedy: {
      en: 'Create a mount target in the zone and VPC of the task, or a route to where it is.',
      ja: 'タスクと同じゾーンと VPC にマウントターゲットを作成するか、そこへの経路を設けてください。',
    },
  }),
  'no-route-to-ssmmessages': causeWords({
    why: {
      en: 'The subnet leads neither to the internet, by a NAT gateway or a public address, nor to a VPC endpoint of the service.',
      ja: 'サブネットから、NAT ゲートウェイやパブリック IP アドレスによるインターネット接続も、このサービスの VPC エンドポイントも利用できません。',
    },
    remedy: {
      en: 'Give the subnet a route to a NAT gateway, or create the interface endpoint com.amazonaws.REGION.ssmmessages with private DNS.',
      ja: 'サブネットに NAT ゲートウェイへのルートを設けるか、インターフェイスエンドポイント com.amazonaws.REGION.ssmmessages をプライベート DNS を有効にして作成してください。',
    },
  }),
  'no-public-ip': causeWords({
    why: {
      en: 'An internet gateway only serves interfaces with a public address, and assignPublicIp is DISABLED.',
      ja: 'インターネットゲートウェイを使えるのはパブリック IP アドレスを持つインターフェイスだけですが、assignPublicIp が DISABLED です。',
    },
    remedy: {
      en: 'Set assignPublicIp to ENABLED, or use a subnet with a NAT gateway or the VPC endpoints.',
      ja: 'assignPublicIp を ENABLED にするか、NAT ゲートウェイまたは VPC エンドポイントのあるサブネットを使ってください。',
    },
  }),
  'nat-gateway-broken': causeWords({
    why: {
      en: 'The default route leads to a NAT gateway that is deleted, or stands in a subnet without internet gateway.',
      ja: 'デフォルトルートの先の NAT ゲートウェイが削除済みか、インターネットゲートウェイのないサブネットにあります。',
    },
    remedy: {
      en: 'Create a NAT gateway in a public subnet and let the default route lead to it.',
      ja: 'パブリックサブネットに NAT ゲートウェイを作成し、デフォルトルートを向けてください。',
    },
  }),
  'route-blackhole': causeWords({
    why: {
      en: 'The target of the route was deleted and the route stayed.',
      ja: 'ルートのターゲットが削除され、ルートだけが残っています。',
    },
    remedy: {
      en: 'Replace the route whose state is blackhole in the route table of the subnet.',
      ja: 'サブネットのルートテーブルで、状態が blackhole のルートを置き換えてください。',
    },
  }),
  'security-group-blocks-egress': causeWords({
    why: {
      en: 'The outbound rules of the task lack the destination and port, such as TCP 443.',
      ja: 'タスクのアウトバウンドルールに、宛先とポート (TCP 443 など) がありません。',
    },
    remedy: {
      en: 'Allow outbound TCP 443 to the endpoints, or to 0.0.0.0/0, in the security group of the task.',
      ja: 'タスクのセキュリティグループで、エンドポイントまたは 0.0.0.0/0 への TCP 443 のアウトバウンドを許可してください。',
    },
  }),
  'endpoint-security-group-blocks': causeWords({
    why: {
      en: 'An interface endpoint is guarded by its own group; the default one only lets itself in.',
      ja: 'インターフェイスエンドポイントには専用のセキュリティグループがあり、デフォルトでは同じグループからしか許可しません。',
    },
    remedy: {
      en: 'Allow inbound TCP 443 from the security group of the task in the group of the endpoint.',
      ja: 'エンドポイントのセキュリティグループで、タスクのセキュリティグループからの TCP 443 のインバウンドを許可してください。',
    },
  }),
  'network-acl-blocks': causeWords({
    why: {
      en: 'ACLs are stateless: replies come to high ports and need a rule of their own.',
      ja: 'ネットワーク ACL はステートレスで、応答は高い番号のポートに届くため、別のルールが必要です。',
    },
    remedy: {
      en: 'Allow TCP 443 out and TCP 1024-65535 in, in the ACL of the subnet.',
      ja: 'サブネットの ACL で、アウトバウンドの TCP 443 とインバウンドの TCP 1024-65535 を許可してください。',
    },
  }),
  'endpoint-private-dns-off': causeWords({
    why: {
      en: 'Fargate always asks for the public name of the service; only private DNS leads that to the endpoint.',
      ja: 'Fargate は常にサービスのパブリックな名前を使います。それをエンドポイントに向けるのはプライベート DNS だけです。',
    },
    remedy: {
      en: 'Turn on private DNS for the endpoint.',
      ja: 'エンドポイントのプライベート DNS を有効にしてください。',
    },
  }),
  'endpoint-not-available': causeWords({
    why: {
      en: 'Its state is not available, or it has no address of the family or zone that is asked.',
      ja: '状態が available でないか、必要な種類やゾーンのアドレスがありません。',
    },
    remedy: {
      en: 'Look at state and subnets of the endpoint with `aws ec2 describe-vpc-endpoints`.',
      ja: '`aws ec2 describe-vpc-endpoints` でエンドポイントの状態とサブネットを確認してください。',
    },
  }),
  'vpc-dns-off': causeWords({
    why: {
      en: 'Names of endpoints and mount targets resolve only where both DNS attributes of the VPC are on.',
      ja: 'エンドポイントやマウントターゲットの名前は、VPC の DNS 属性が両方有効でないと解決されません。',
    },
    remedy: {
      en: 'Turn on enableDnsSupport and enableDnsHostnames for the VPC.',
      ja: 'VPC の enableDnsSupport と enableDnsHostnames を有効にしてください。',
    },
  }),
  'proxy-intercepts-egress': causeWords({
    why: {
      en: 'The proxy of App Mesh takes over outbound ports before it runs, also those for mounts and credentials.',
      ja: 'App Mesh のプロキシは、起動前からアウトバウンドのポートを横取りします。マウントや認証情報用も対象です。',
    },
    remedy: {
      en: 'Add the port, such as 2049, to EgressIgnoredPorts and the address to EgressIgnoredIPs.',
      ja: 'ポート (2049 など) を EgressIgnoredPorts に、アドレスを EgressIgnoredIPs に追加してください。',
    },
  }),
  'endpoint-policy-denies': causeWords({
    why: {
      en: 'Besides the role, the endpoint that the call passes must allow it.',
      ja: 'ロールとは別に、通過するエンドポイントのポリシーも許可している必要があります。',
    },
    remedy: {
      en: 'Allow action, resource and principal in the policy of the endpoint.',
      ja: 'エンドポイントのポリシーで、アクション、リソース、プリンシパルを許可してください。',
    },
  }),
  'scp-denies': causeWords({
    why: {
      en: 'Service control and resource control policies bind every role of the account, whatever its own policies say.',
      ja: 'サービスコントロールポリシーとリソースコントロールポリシーは、ロール自身のポリシーに関わらず適用されます。',
    },
    remedy: {
      en: 'Ask who manages the organization for an exception, or use a Region and resource that the policy permits.',
      ja: '組織の管理者に例外を依頼するか、ポリシーが認めるリージョンとリソースを使ってください。',
    },
  }),
  'vpc-public-access-blocked': causeWords({
    why: {
      en: 'The account blocks internet gateways for its VPCs in the Region.',
      ja: 'アカウントの設定が、このリージョンの VPC のインターネットゲートウェイを遮断しています。',
    },
    remedy: {
      en: 'Use VPC endpoints, or create an exclusion for the VPC or subnet.',
      ja: 'VPC エンドポイントを使うか、VPC またはサブネットの除外を作成してください。',
    },
  }),
  'transit-gateway-zone-missing': causeWords({
    why: {
      en: 'A transit gateway only takes traffic from zones in which its attachment has a subnet.',
      ja: 'Transit Gateway が受け付けるのは、アタッチメントがサブネットを持つゾーンからの通信だけです。',
    },
    remedy: {
      en: 'Add a subnet of that zone to the attachment.',
      ja: 'そのゾーンのサブネットをアタッチメントに追加してください。',
    },
  }),
  'private-zone-hides-name': causeWords({
    why: {
      en: 'A zone that matches the name answers for it alone; what it lacks does not exist.',
      ja: '名前に一致するゾーンがあると、そのゾーンだけが応答し、レコードがなければ存在しないものとして扱われます。',
    },
    remedy: {
      en: 'Add the record to the private hosted zone, or take the zone off the VPC.',
      ja: 'プライベートホストゾーンにレコードを追加するか、VPC との関連付けを外してください。',
    },
  }),
  'dns-forwarded-away': causeWords({
    why: {
      en: 'Names of amazonaws.com must reach the resolver of the VPC to give the addresses of endpoints.',
      ja: 'エンドポイントのアドレスを得るには、amazonaws.com の名前が VPC のリゾルバーに届く必要があります。',
    },
    remedy: {
      en: 'Let the DNS server forward amazonaws.com to the resolver of the VPC, and check the resolver rules.',
      ja: 'DNS サーバーから amazonaws.com を VPC のリゾルバーに転送し、リゾルバールールも確認してください。',
    },
  }),
  'dns-firewall-blocks': causeWords({
    why: {
      en: 'A rule of Route 53 Resolver DNS Firewall refuses the domain.',
      ja: 'Route 53 Resolver DNS Firewall のルールがドメインを拒否しています。',
    },
    remedy: {
      en: 'Allow the domain in the rule group that is associated with the VPC.',
      ja: 'VPC に関連付けられたルールグループでドメインを許可してください。',
    },
  }),
  'firewall-drops': causeWords({
    why: {
      en: 'A firewall between the task and the service refuses the host or breaks the connection.',
      ja: 'タスクとサービスの間のファイアウォールが、ホストを拒否するか接続を切断しています。',
    },
    remedy: {
      en: 'Allow the host names of the service in the rules of the firewall, and read its logs.',
      ja: 'ファイアウォールのルールでサービスのホスト名を許可し、そのログを確認してください。',
    },
  }),
  'vpc-encryption-enforced': causeWords({
    why: {
      en: 'In enforce mode a VPC only lets traffic pass over what encrypts it.',
      ja: '強制モードの VPC では、暗号化される経路の通信だけが許可されます。',
    },
    remedy: {
      en: 'Add an exclusion for the gateway that the path uses, or use another path.',
      ja: '経路で使うゲートウェイの除外を追加するか、別の経路を使ってください。',
    },
  }),
  'registry-certificate-untrusted': causeWords({
    why: {
      en: 'A private registry signs its own certificate, or a firewall on the path inspects TLS.',
      ja: 'プライベートレジストリが独自に署名した証明書を使っているか、経路上のファイアウォールが TLS を検査しています。',
    },
    remedy: {
      en: 'Use a certificate of a public authority, or exempt the host from TLS inspection; Fargate takes no own authorities.',
      ja: '公的な認証局の証明書を使うか、ホストを TLS 検査の対象外にしてください。Fargate に独自の認証局は追加できません。',
    },
  }),
  'address-family-unsupported': causeWords({
    why: {
      en: 'An IPv6-only task asks a host that has IPv4 addresses alone, or the other way around.',
      ja: 'IPv6 だけのタスクが IPv4 だけのホストに接続しようとしているか、その逆です。',
    },
    remedy: {
      en: 'Use the dual-stack name of the service, or give the task addresses of both families.',
      ja: 'サービスのデュアルスタックの名前を使うか、タスクに両方の種類のアドレスを割り当ててください。',
    },
  }),
  'platform-transient': causeWords({
    why: {
      en: 'The host or a service of AWS failed for a moment.',
      ja: 'AWS のホストまたはサービスが一時的に失敗しました。',
    },
    remedy: {
      en: 'Try again; a service does so by itself. If it stays, open a case with the task ID.',
      ja: 'もう一度試してください。サービスは自動で再試行します。続く場合は、タスク ID を添えてサポートに連絡してください。',
    },
  }),
} as const
