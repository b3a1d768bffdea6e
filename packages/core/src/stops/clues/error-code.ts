/**
 * The error code with which an API answered: `(AccessDeniedException) when calling`, `api error X:`, `"__type":"X"`, a
 * word before a colon. Classes of the agent, such as ResourceInitializationError, say where it failed, not what an API
 * answered.
 */
export function errorCodeIn(text: string): string | null {
  const [, called] = /\((\w{3,80})\) when calling/i.exec(text) ?? []
  const [, api] = /\bapi error (\w{3,80}):/i.exec(text) ?? []
  const [, typed] = /"(?:__type|code)"\s?:\s?"(?:[\w.]{1,80}#)?(\w{3,80})"/i.exec(text) ?? []
  const [, coded] = /\berror ?code: (\w{3,80})\b/i.exec(text) ?? []
  return called ?? api ?? typed ?? coded ?? codeBeforeColon(text)
}

function codeBeforeColon(text: string): string | null {
  for (const [, word = ''] of text.matchAll(/\b([A-Za-z]{4,80}):/g)) {
    if (/(exception|fault|failure)$/i.test(word) || CODES.has(word.toLowerCase())) return word
  }
  return null
}

/** Codes of APIs that do not end like an exception, in lower case. */
const CODES: ReadonlySet<string> = new Set([
  'accessdenied',
  'authfailure',
  'forbidden',
  'insufficientfreeaddressesinsubnet',
  'internalerror',
  'invalidparameter',
  'missingendpoint',
  'nosuchbucket',
  'nosuchkey',
  'notfound',
  'requestcanceled',
  'requesterror',
  'requestlimitexceeded',
  'slowdown',
  'tagpolicyviolation',
  'throttling',
  'unauthorizedoperation',
  'networkinterfacelimitexceeded',
])
