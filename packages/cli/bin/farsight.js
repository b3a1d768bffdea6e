#!/usr/bin/env node

process.on('uncaughtException', (error) => {
  const isNotBuilt = error?.code === 'ERR_MODULE_NOT_FOUND'
  process.stderr.write(
    isNotBuilt ? 'farsight is not built: run `npm start` or `npm run build` first.\n' : `${error?.stack ?? error}\n`,
  )
  process.exit(3)
})

// A reader may leave before the end, as `head` does: that is no failure, and the exit code still counts
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error) => {
    if (error.code !== 'EPIPE') throw error
  })
}

const { main } = await import('../dist/main.js')

process.exitCode = await main(process.argv.slice(2), {
  // Opened on first use: an opened pipe that nobody reads can hold the process
  get stdin() {
    return process.stdin
  },
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  cwd: process.cwd(),
  isTTY: process.stdout.isTTY === true,
  columns: process.stdout.columns,
  inputs: new Set(),
})
