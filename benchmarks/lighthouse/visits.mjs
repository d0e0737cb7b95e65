// Visits addresses, a line of standard input each: a line with what Lighthouse reports, or `{"error": ...}`. A new
// Chromium for each visit; the process stays, since reading Lighthouse takes as long as a visit. A visit that Lighthouse
// could not record ("please run Lighthouse again") is made again.
import { createInterface } from "node:readline"
import { launch } from "chrome-launcher"
import lighthouse, { desktopConfig } from "lighthouse"

const [categories, chromeFlags] = process.argv.slice(2)

async function report(address, desktop) {
  const chrome = await launch({ chromeFlags: chromeFlags.split(" "), logLevel: "silent" })
  try {
    const settings = { port: chrome.port, onlyCategories: categories.split(","), logLevel: "silent" }
    const { lhr } = await lighthouse(address, settings, desktop ? desktopConfig : undefined)
    return lhr.runtimeError ? { error: lhr.runtimeError.message } : lhr
  } finally {
    chrome.kill()
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  const { address, desktop } = JSON.parse(line)
  let answer
  for (let tries = 3; tries && (!answer || answer.error); tries -= 1) {
    answer = await report(address, desktop).catch((error) => ({ error: String(error) }))
  }
  process.stdout.write(JSON.stringify(answer) + "\n")
}
