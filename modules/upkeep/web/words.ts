import { defineWords } from '#platform/ui/words.ts'

/** Texts of 系统运行. */
export const words = defineWords({
  upkeep: '系统运行', lead: '备份每天凌晨2:30自动做，没做成的每小时再试；留近14天每天一份、近12个月每月一份。备份没有密钥打不开，密钥要另行导出保管。',
  backup: '备份', states: { fresh: '正常', waiting: '昨夜的还没做成', late: '已中断', none: '还没有备份' },
  newest: '最近一份', noneYet: '程序启动一刻钟后自动做第一份。', database: '数据库', auditHead: '审计链头写到', notYet: '还没有',
  backups: '留存的备份', name: '文件', madeAt: '做成时间', size: '大小',
  byHand: '在服务器上手工办理', byHandLead: '另存备份、恢复和核验在服务器的命令行里办，恢复前先在旁边核验一遍。',
  commands: {
    make: '立即做一份备份', check: '在旁边恢复并核验一份备份', keys: '导出密钥（另行保管）', verify: '核验审计链和统计数字',
  },
}, {
  upkeep: 'System', lead: 'A backup is made at 02:30 each night and tried again every hour until it is there; one of each of 14 days and 12 months is kept. '
    + 'It cannot be opened without the keys, which are exported and kept apart.',
  backup: 'Backup', states: { fresh: 'Made', waiting: 'Last night’s not yet made', late: 'Interrupted', none: 'None yet' },
  newest: 'Newest', noneYet: 'The first is made a quarter of an hour after the start.',
  database: 'Database', auditHead: 'Head of the audit written', notYet: 'not yet',
  backups: 'Backups kept', name: 'File', madeAt: 'Made', size: 'Size',
  byHand: 'By hand on the server',
  byHandLead: 'Copies, restoring and verifying are done on the command line of the server; check an archive aside before it is restored.',
  commands: {
    make: 'make a backup now', check: 'restore an archive aside and verify it', keys: 'export the keys (keep them apart)', verify: 'verify audit and figures',
  },
})

/** Bytes as people read them. */
export const sizeText = (bytes: number): string => {
  const units = ['B', 'KB', 'MB', 'GB', 'TB']
  const step = Math.min(Math.floor(Math.log(Math.max(bytes, 1)) / Math.log(1024)), units.length - 1)
  return `${(bytes / 1024 ** step).toFixed(step === 0 ? 0 : 1)} ${units[step] ?? ''}`
}
