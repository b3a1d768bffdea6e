import { type Phrase, phrase } from './phrase.ts'

/**
 * What the exit code of a container says. Above 128 it is the number of the signal that ended the process.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-errors.html
 */
export const exitCodeMeaning: Phrase<string> = phrase<string>({
  en: (code) => (MEANINGS[code] ?? OTHER).en(code),
  ja: (code) => (MEANINGS[code] ?? OTHER).ja(code),
})

const OTHER = phrase<string>({
  en: (code) => `Exit code ${code} is the application's own; its logs say what it means.`,
  ja: (code) => `終了コード ${code} はアプリケーション独自のものです。意味はログで確認してください。`,
})

const MEANINGS: { readonly [code: string]: Phrase<string> } = {
  '0': phrase<string>({
    en: () => 'Exit code 0: the program finished its work. A service needs one that keeps running.',
    ja: () => '終了コード 0: プログラムは正常に終わりました。サービスには動き続けるプログラムが必要です。',
  }),
  '1': phrase<string>({
    en: () =>
      'Exit code 1: the program failed; with `exec format error` in the logs, the image is for another architecture.',
    ja: () =>
      '終了コード 1: プログラムのエラーです。ログに `exec format error` があれば、イメージのアーキテクチャが違います。',
  }),
  '126': phrase<string>({
    en: () => 'Exit code 126: the command was found and may not be executed.',
    ja: () => '終了コード 126: コマンドは見つかりましたが、実行できません。',
  }),
  '127': phrase<string>({
    en: () => 'Exit code 127: a shell did not find the command.',
    ja: () => '終了コード 127: シェルがコマンドを見つけられませんでした。',
  }),
  '134': phrase<string>({
    en: () => 'Exit code 134 (SIGABRT): the program aborted itself.',
    ja: () => '終了コード 134 (SIGABRT): プログラムが自ら異常終了しました。',
  }),
  '137': phrase<string>({
    en: () => 'Exit code 137 (SIGKILL): killed for memory, or because it did not end within stopTimeout when told to.',
    ja: () =>
      '終了コード 137 (SIGKILL): メモリ不足か、停止の指示から stopTimeout 以内に終わらなかったため、強制終了されました。',
  }),
  '139': phrase<string>({
    en: () =>
      'Exit code 139 (SIGSEGV): the program touched memory that is not its own; native code or another architecture.',
    ja: () =>
      '終了コード 139 (SIGSEGV): 不正なメモリアクセスです。ネイティブコードか、アーキテクチャの違いが考えられます。',
  }),
  '143': phrase<string>({
    en: () => 'Exit code 143 (SIGTERM): it was told to stop; the service events say by what.',
    ja: () => '終了コード 143 (SIGTERM): 停止を指示されました。何が指示したかはサービスイベントにあります。',
  }),
}
