import { defineWords } from '#platform/ui/words.ts'

/** What pages say of leave to ask the public. */
export const qualificationWords = defineWords({
  title: '公开募捐资格', lead: '依法登记的慈善组织取得公开募捐资格后才能开展公开募捐（慈善法第二十二条）。照证书登记；募捐备案时自动核对，编号随方案公布。', campaigns: '公开募捐',
  record: '登记资格', none: '还没有登记公开募捐资格', noneLead: '没有资格的，可以与具有资格的慈善组织合作，在募捐方案的合作方里写明它的资格。', holds: '有效', holdsNot: '无效',
  book: '账套', number: '证书编号', grantedOn: '发证日期', validUntil: '有效期止', validUntilHint: '证书没有写明的不填。', noEnd: '证书没有写明', source: '依据',
  sourceHint: '写明看的是哪份材料、放在哪里，如“证书原件，扫描件2024-17号”。', recordedBy: '登记人', scan: '证书扫描件', attachScan: '附扫描件', openScan: '打开扫描件',
  attachScanOf: (number: string) => `附上 ${number} 的扫描件`, noScan: '没有附',
  scanHint: '照片（JPG、PNG、WEBP）或 PDF，不超过 10 MB。附上后不能更换，打开会留痕。', end: '终止', endedOn: '失效日期', ended: '已终止',
  endedLine: (day: string, name: string, reason: string) => `自${day}起失效（${name}）：${reason}`, endTitle: (number: string) => `终止 ${number}？`,
  endLead: '证书被收回、注销或登记有误时终止，记录保留，不能撤销。已经备案的募捐不变，以后的募捐不能再用它备案。', ofCampaign: '公开募捐资格',
  line: (holder: string, number: string) => `${holder}，${number}`, missing: '没有覆盖募捐期间的资格，不能备案', unknown: '没有登记', see: '看已登记的资格',
  partnerNumber: '公开募捐资格证书编号（没有资格的不填）', partnerGrantedOn: '资格发证日期', partnerValidUntil: '资格有效期止（证书没有写明的不填）',
}, {
  title: 'Leave to ask the public',
  lead: 'Only a registered charity with leave may ask the public (Charity Law, art. 22). '
    + 'Take down what the certificate says; it is looked at when a campaign is filed, and its number is published.',
  campaigns: 'Campaigns', record: 'Record a certificate', none: 'No certificate was recorded',
  noneLead: 'Without one, work with a charity that has leave and name it among the partners of the plan, with its certificate.', holds: 'holds',
  holdsNot: 'does not hold', book: 'Books', number: 'Number of the certificate', grantedOn: 'Granted on', validUntil: 'Valid until',
  validUntilHint: 'Leave empty where the certificate names no day.', noEnd: 'the certificate names no day', source: 'Read from',
  sourceHint: 'Which paper, and where it lies, such as “original, scan 2024-17”.',
  recordedBy: 'Recorded by', scan: 'Scanned certificate', attachScan: 'Attach a scan', openScan: 'Open the scan',
  attachScanOf: (number: string) => `Attach a scan of ${number}`, noScan: 'none',
  scanHint: 'A photograph (JPG, PNG, WEBP) or a PDF of at most 10 MB. It cannot be replaced; opening it is recorded.', end: 'End',
  endedOn: 'Holds no more from',
  ended: 'Ended', endedLine: (day: string, name: string, reason: string) => `from ${day} (${name}): ${reason}`, endTitle: (number: string) => `End ${number}?`,
  endLead: 'Where it was taken away, given up or recorded wrongly. The record stays; this cannot be undone. '
    + 'Filed campaigns stay as they are; none is filed by it any more.',
  ofCampaign: 'Leave to ask the public', line: (holder: string, number: string) => `${holder}, ${number}`,
  missing: 'nobody’s covers the campaign: it cannot be filed', unknown: 'not recorded', see: 'Recorded certificates',
  partnerNumber: 'Number of its certificate to ask the public (leave empty without one)', partnerGrantedOn: 'Certificate granted on',
  partnerValidUntil: 'Certificate valid until (leave empty where it names no day)',
})
