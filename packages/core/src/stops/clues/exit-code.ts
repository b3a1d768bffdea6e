/**
 * The exit code of a container, where the text gives one. `exit status 1` is that of a helper of the agent, and the
 * `code: 32` of EFS that of mount: neither counts.
 */
export function exitCodeIn(text: string): number | null {
  const [, code] =
    /\bexit(?:ed)?[ -]?(?:with )?(?:non-?zero )?(?:exit )?(?:code)?[ :=(]{1,3}(\d{1,3})\b/i.exec(text) ?? []
  return code === undefined || Number(code) > 255 ? null : Number(code)
}
