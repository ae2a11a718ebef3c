// Which file may import which: the arrow apps → modules → platform, in dependency-cruiser's own format.
// Read by tools/fence (see docs/decisions/0008): dependency-cruiser itself cannot read TypeScript 7 yet.
// A path is matched from the root of the repository; a package reads node_modules/<name>/, a part of Node node:<name>.
const TEST = '\\.test\\.tsx?$|/(test|testing|sample)-[^/]+\\.tsx?$|/testing/|^tests/'
const WEB = '^(apps/(web|phone)/(?!vite\\.config)|modules/[^/]+/web/|platform/ui/)'
const SERVER_PACKAGES = '^node_modules/(pg|kysely|fastify|@fastify/[^/]+|graphile-worker|@orpc/server|@node-rs/argon2|hucre|docx|vite)/'

module.exports = {
  forbidden: [
    { name: 'no-cycles', comment: 'Two files that need each other are one file, or lack a third.', severity: 'error',
      from: {}, to: { circular: true } },
    { name: 'no-module-cycles', comment: 'Two modules may not know each other: use an audit verb, or a slot of the page.', severity: 'error',
      scope: 'folder', from: { path: '^modules/[^/]+$' }, to: { circular: true, path: '^modules/[^/]+$' } },
    { name: 'platform-knows-no-domain', comment: 'platform/ holds no word of the domain.', severity: 'error',
      from: { path: '^platform/', pathNot: TEST }, to: { path: '^(modules|apps)/' } },
    { name: 'modules-know-no-apps', comment: 'apps/ assembles modules, never the other way.', severity: 'error',
      from: { path: '^modules/' }, to: { path: '^apps/' } },
    { name: 'values-are-pure', comment: 'platform/values runs everywhere: no Node, no other folder.', severity: 'error',
      from: { path: '^platform/values/', pathNot: TEST },
      to: { pathNot: '^platform/values/|^node_modules/(zod|chinese-days|pinyin-pro)/' } },
    { name: 'shared-contract-stays-light', comment: 'platform/contract is loaded by the browser.', severity: 'error',
      from: { path: '^platform/contract/', pathNot: TEST },
      to: { pathNot: '^platform/(contract|values)/|^node_modules/(zod|@orpc/(contract|shared|client))/' } },
    { name: 'contract-stays-light', comment: 'A contract is loaded by the browser and by other modules.', severity: 'error',
      from: { path: '^modules/([^/]+)/contract(\\.ts$|/)' },
      to: { pathNot: '^modules/[^/]+/contract\\.ts$|^modules/$1/contract/|^platform/(contract|values)/|^node_modules/(zod|@orpc/contract)/' } },
    { name: 'rules-are-pure', comment: 'Rules decide from what they are handed: facts in, answer out.', severity: 'error',
      from: { path: '^modules/([^/]+)/rules/', pathNot: TEST },
      to: { pathNot: '^modules/$1/(rules/|contract\\.ts$)|^platform/values/' } },
    // The demo makes other modules' rows with their own rules and steps: docs/decisions/0011.
    { name: 'modules-meet-at-the-front-door', comment: 'Another module is its contract.ts, index.ts or web/index.ts.', severity: 'error',
      from: { path: '^modules/([^/]+)/', pathNot: '^modules/demo/load/|' + TEST },
      to: { path: '^modules/', pathNot: '^modules/$1/|^modules/[^/]+/(contract|index)\\.ts$|^modules/[^/]+/web/index\\.tsx?$' } },
    { name: 'apps-enter-by-the-door', comment: 'apps/ is a list of modules and holds no work of its own.', severity: 'error',
      from: { path: '^apps/', pathNot: TEST },
      // Sealing and sentences stand apart from the rest of that contract, so that zod does not travel to a phone.
      to: {
        path: '^modules/',
        pathNot: '^modules/[^/]+/((contract|index|module)\\.ts|web/(phone/)?index\\.tsx?)$|^modules/phone/contract/(sealing|sentences)\\.ts$',
      } },
    { name: 'only-apps-assemble-modules', comment: 'module.ts is read by apps/ alone.', severity: 'error',
      from: { pathNot: '^apps/|^tools/|' + TEST }, to: { path: '^modules/[^/]+/module\\.ts$' } },
    { name: 'web-never-imports-server', comment: 'What the browser loads knows contracts, rules, values and platform/ui.', severity: 'error',
      from: { path: WEB, pathNot: TEST },
      to: {
        path: '^modules/|^platform/|^apps/|^node:|' + SERVER_PACKAGES,
        pathNot: '^modules/[^/]+/(contract\\.ts$|rules/|web/)|^modules/phone/contract/|^platform/(ui|contract|values)/|^apps/(web|phone)/',
      } },
    { name: 'server-never-imports-web', comment: 'The server loads no page.', severity: 'error',
      from: { path: '^(apps/(server|worker|cli)/|modules/[^/]+/(?!web/)|platform/(?!ui/))', pathNot: TEST },
      to: { path: '^modules/[^/]+/web/|^apps/(web|phone)/|^platform/ui/|^node_modules/(react|react-dom|antd|echarts)/' } },
    // The demo writes whole tables before anybody has signed in: docs/decisions/0011.
    { name: 'sql-lives-in-commands-and-queries', comment: 'exchange/, rules/, access.ts and apps/ ask a query.', severity: 'error',
      from: { path: '^(modules|apps)/', pathNot: '^modules/[^/]+/(commands|queries|jobs)/|^modules/demo/load/|' + TEST },
      to: { path: '^node_modules/(kysely|pg)/' } },
    { name: 'queries-write-nothing', comment: 'A read that calls a write is a write.', severity: 'error',
      from: { path: '^modules/[^/]+/queries/', pathNot: TEST }, to: { path: '^modules/[^/]+/(commands|jobs)/' } },
    { name: 'tests-stay-in-tests', comment: 'What serves users loads no test material.', severity: 'error',
      from: { path: '^(modules|platform|apps)/', pathNot: TEST },
      to: { path: TEST + '|^node_modules/(vitest|playwright-core|fast-check)/' } },
  ],
}
