import type { DiscoveryBlocker } from '../launch/discovery-blocker.ts'
import { type Phrase, phrase } from './phrase.ts'

type Of<Name> = Extract<DiscoveryBlocker, { readonly blocker: Name }>

/** What ECS refuses of service discovery and of Service Connect. */
export const discoverySentences: { readonly [Name in DiscoveryBlocker['blocker']]: Phrase<Of<Name>> } = {
  'service-registry-unsuitable': phrase({
    en: ({ registryArn, why, value }) => {
      switch (why) {
        case 'missing':
          return `There is no service ${registryArn} in AWS Cloud Map.`
        case 'several':
          return `The service names ${registryArn} beside another registry; ECS takes one.`
        case 'container':
          return `The task definition has no container ${value}, which the service registers with ${registryArn}.`
        case 'port':
          return `The container has no port mapping for ${value}, which the service registers with ${registryArn}.`
        case 'port-missing':
          return `${registryArn} has DNS records of type ${value}, which need a port, and the service registers none.`
        case 'port-not-wanted':
          return `${registryArn} has DNS records of type ${value}, and the service registers a port, which is for SRV records alone.`
        case 'port-twice':
          return `The service registers port ${value} with ${registryArn}, and a containerPort as well.`
      }
    },
    ja: ({ registryArn, why, value }) => {
      switch (why) {
        case 'missing':
          return `AWS Cloud Map にサービス ${registryArn} が存在しません。`
        case 'several':
          return `サービスには別のレジストリに加えて ${registryArn} も指定されていますが、ECS で指定できるのは 1 つだけです。`
        case 'container':
          return `サービスが ${registryArn} に登録するコンテナ ${value} が、タスク定義にありません。`
        case 'port':
          return `サービスが ${registryArn} に登録するポート ${value} が、コンテナの portMappings にありません。`
        case 'port-missing':
          return `${registryArn} の DNS レコードのタイプは ${value} でポートが必要ですが、サービスにポートの指定がありません。`
        case 'port-not-wanted':
          return `${registryArn} の DNS レコードのタイプは ${value} ですが、SRV レコードにだけ使えるポートがサービスに指定されています。`
        case 'port-twice':
          return `サービスには ${registryArn} に登録するポートとして port ${value} と containerPort の両方が指定されています。`
      }
    },
  }),
  'service-connect-unsuitable': phrase({
    en: ({ taskDefinition, why, value }) =>
      why === 'port-name'
        ? `Service Connect offers port ${value}, and no port mapping of ${taskDefinition} has that name.`
        : `Service Connect is on, and ${taskDefinition} runs on ${value}; its proxy runs on Linux.`,
    ja: ({ taskDefinition, why, value }) =>
      why === 'port-name'
        ? `Service Connect で公開するポート ${value} と同じ名前の portMappings が ${taskDefinition} にありません。`
        : `Service Connect が有効ですが、${taskDefinition} は ${value} で動作します。Service Connect のプロキシは Linux でのみ動作します。`,
  }),
}

type Remedies = {
  readonly [Name in DiscoveryBlocker['blocker']]: Phrase<{ readonly blocker: Of<Name> }>
}

/** What to do, in one line. */
export const discoveryRemedies: Remedies = {
  'service-registry-unsuitable': phrase({
    en: ({ blocker: { why, value } }) => {
      switch (why) {
        case 'missing':
          return 'Name a Cloud Map service that is there in serviceRegistries.'
        case 'several':
          return 'Leave one registry in serviceRegistries.'
        case 'container':
          return 'Correct containerName in serviceRegistries of the service.'
        case 'port':
          return `Add containerPort ${value} to portMappings, or correct containerPort in serviceRegistries of the service.`
        case 'port-missing':
          return 'Add containerName and containerPort, or port, to serviceRegistries of the service.'
        case 'port-not-wanted':
          return 'Remove containerName, containerPort and port from serviceRegistries, or give the Cloud Map service an SRV record.'
        case 'port-twice':
          return 'Leave either port, or containerName with containerPort, in serviceRegistries.'
      }
    },
    ja: ({ blocker: { why, value } }) => {
      switch (why) {
        case 'missing':
          return 'serviceRegistries に、存在する Cloud Map のサービスを指定してください。'
        case 'several':
          return 'serviceRegistries のレジストリを 1 つにしてください。'
        case 'container':
          return 'サービスの serviceRegistries の containerName を修正してください。'
        case 'port':
          return `portMappings に containerPort ${value} を追加するか、サービスの serviceRegistries の containerPort を修正してください。`
        case 'port-missing':
          return 'サービスの serviceRegistries に、containerName と containerPort、または port を追加してください。'
        case 'port-not-wanted':
          return 'serviceRegistries から containerName、containerPort、port を削除するか、Cloud Map のサービスに SRV レコードを追加してください。'
        case 'port-twice':
          return 'serviceRegistries には、port か、containerName と containerPort の組み合わせのどちらか一方だけを指定してください。'
      }
    },
  }),
  'service-connect-unsuitable': phrase({
    en: ({ blocker: { why, value } }) =>
      why === 'port-name'
        ? `Name a port mapping ${value}, or correct portName in serviceConnectConfiguration of the service.`
        : 'Turn Service Connect off, or run the task on Linux.',
    ja: ({ blocker: { why, value } }) =>
      why === 'port-name'
        ? `portMappings のポートに ${value} という名前を付けるか、サービスの serviceConnectConfiguration の portName を修正してください。`
        : 'Service Connect を無効にするか、タスクを Linux で実行してください。',
  }),
}
