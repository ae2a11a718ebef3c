import type { Medium } from '#modules/care/contract.ts'
import type { WipeReason } from '../rules/wiping.ts'

const media: Record<Medium, string> = { home: '上门', phone: '电话', school: '到校', video: '视频', outing: '外出活动' }
const wiped: Record<WipeReason, string> = {
  'wrong-pins': '密码输错次数太多。为保护孩子，手机上的走访名单已清除。',
  'no-contact': '手机太久没有联网。为保护孩子，手机上的走访名单已清除。',
  'signed-out': '已退出。手机上的走访名单已清除。',
  'cut-off': '这部手机已被办公室停用，手机上的走访名单已清除。',
}

/** What the phone page says, in Chinese. */
export const chinese = {
  product: '薪火走访', back: '返回', cancel: '不改了', change: '更改', waiting: '请稍等…',
  pause: '。', listed: (parts: readonly string[]) => parts.join('、'), changeOf: (what: string) => `更改：${what}`,
  readAloud: '朗读', stopReading: '停止朗读', noVoice: '不能朗读',
  noVoiceExplained: '这部手机没有装本机语音，所以不能朗读。孩子的信息不会发给网上的朗读服务。可以在手机“设置”里安装中文语音。',
  callForHelp: '打电话问人', ofOffice: (office: string | null) => `（${office ?? '政务热线'}）`,

  signIn: '登录', signInLead: '只需登录一次，以后用6位数字密码打开。', account: '账号', password: '密码', showPassword: '显示密码', hidePassword: '隐藏密码',
  fillAccount: '请先填账号和密码。', signInAgain: '请再登录一次', signInAgainLead: '登录已经过期。您写的内容都在，登录后会自动上传。', forgotPassword: '忘了密码，请打下面的电话。',
  noSignalHere: '现在没有信号。第一次登录需要联网，请到有信号的地方再试。', problem: '没有办成，请再试一次。还不行，请打下面的电话。',
  firstPassword: '请换一个新密码', firstPasswordLead: '现在的密码是别人给您设的，要先换成自己的。至少8位，有字母也有数字。', newPassword: '新密码', changeIt: '换成新密码',
  nameOfPhone: '这部手机叫什么', nameOfPhoneLead: '手机丢了，办公室凭这个名字停用它。', namesOfPhone: ['我的手机', '家里的手机', '办公室的手机'], ownName: '自己起名字', useName: '用这个名字',
  enrolledAnew: '本人在同一部手机上重新登记',

  choosePin: '设一个6位数字密码', choosePinLead: '以后每次打开都用它。请别用生日。', repeatPin: '再输一遍', repeatPinLead: '请把刚才的6位数字再输一遍。',
  pinsDiffer: '两遍不一样，请重新设。', pinTooSimple: '这个太简单，别人容易猜到，请换一个。', openPin: '请输入6位数字密码', wrongPin: (left: number) => `密码不对，还可以试${left}次。`,
  lastTry: '再输错一次，手机上的名单会清除（您写的内容不会丢）。', pinDigits: (count: number) => `已输入${count}位，共6位`, erase: '退一位', forgotPin: '忘了数字密码',
  opening: '正在打开…', digit: (digit: string) => `数字${digit}`, wiped, stillUploads: (count: number) => `您写的${count}条还在，已密封，会自动上传。`,

  hello: (name: string) => `${name}，您好`, today: '今天的走访', overdue: '过了日子还没走访', tomorrow: '明天的走访', noVisits: '今天没有安排走访。',
  others: '今天还去看了谁', othersLead: '没有安排、顺路看望的孩子', othersNone: '没有别的孩子了。',
  record: '记一次走访', recordFor: (child: string) => `记一次走访：${child}`, recordAgain: '再记一次', recordAgainFor: (child: string) => `再记一次：${child}`,
  dueBy: (day: string) => `应在${day}前走访`,
  late: (days: number) => `已过${days}天`,
  plannedAs: (medium: string) => `安排：${medium}`, goesAlong: (name: string) => `与${name}同去`, workerGoesAlong: '有工作人员同去', recordedToday: '今天已经记过',
  neverMade: '还没有走访过',
  lastMade: (day: string) => `上次走访：${day}`, noSignal: '现在没有信号。照常记，有信号时自动上传。',
  clockOff: '手机的日期或时间不对，记的走访要等办公室核对。请先打开手机“设置”里的“自动确定日期和时间”。', listFrom: (moment: string) => `名单更新于${moment}`,
  comments: '办公室的留言', commentsAll: (count: number) => `办公室的留言（${count}条）`, commentsAllLead: '最近四周说过的话',
  says: (name: string) => `${name}说：`, aboutVisit: (day: string, child: string) => `说的是${day}走访${child}`, commentsNone: '最近四周没有留言。',
  harm: '强制报告', harmLead: '发现孩子受到伤害', more: '更多',

  child: '孩子', callWhom: (who: string) => `打电话：${who}`, wereYouThere: '走访了吗？', met: '已走访', metLead: '见到了孩子', missed: '没见到人',
  missedLead: '去了，家里没人',
  howWasIt: '怎么走访的？', media, asPlanned: '原来的安排', howLong: '走访了多长时间？', minutes: (minutes: number) => `${minutes}分钟`,
  hours: (hours: number) => (hours === 1 ? '1小时' : `${hours}小时`),
  checkAndSave: '请看一看，对了就保存', day: '日期', how: '方式', duration: '时长', result: '结果', dayToday: '今天', dayYesterday: '昨天', dayBefore: '前天',
  company: '同去', withWorker: '工作人员', withoutWorker: '没有', noteLabel: '想写几句（可以不写）', noteHint: '可以用键盘上的话筒说。', photo: '附一张照片（可以不附）',
  photoTaken: (count: number) => `已附${count}张照片`,
  dropPhotos: '不附照片了', photoFailed: '这张照片打不开，没有附上。', photosFull: '最多附3张。', save: '保存', saved: '记好了', savedOnline: '正在上传。', savedOffline: '有信号时自动上传，您不用管。',
  toDay: '回到今天的走访',

  outbox: '待上传', outboxCount: (count: number) => `${count}条待上传`, outboxEmpty: '没有待上传的，都办好了。', attentionCount: (count: number) => `${count}条请您看一看`,
  stateUnsent: '待上传', stateSending: '正在上传', stateRecorded: '已上传', stateWaiting: '办公室处理中', stateSetAside: '办公室没有记录', stateRefused: '没有收下', unnamedItem: '一次走访',
  reason: (reason: string) => `办公室说：${reason}`, sendNow: '现在上传', tried: '刚才没有传上去，会自动再试。', alsoReads: (count: number) => `另有${count}条查看记录待上传。`,
  photosLeft: (count: number) => `还有${count}段照片没传完。`,
  sentItems: '已经办好的', openItems: '还没办好的',

  harmTitle: '发现孩子受到伤害', harmFirst: '先拨 110', harmFirstLead: '孩子正有危险，或受到侵害、遗弃、虐待，请马上打110。不必先弄清真假。', call110: '拨打 110',
  harmThen: '再报告', harmThenLead: '打完110，再写一份报告。谁报告的只有指定的人知道。', writeReport: '写报告', harmOffline: '现在没有信号，写不了报告。请先打110，再打办公室电话，有信号时补写。',
  harmNotSent: '现在没有信号，报告还没有送出。您写的还在这里，有信号时请再按一次“提交报告”。孩子有危险，请马上打110。', tryAgain: '再试一次',

  reportSent: '报告已送出', reportNumber: (number: string) => `编号${number}，请记下来。`, reportTold: (count: number) => `已通知${count}位指定人员。`,
  reportNobody: '现在没有人负责接收报告。请直接打110，并当面告诉关工委领导。', chooseSituation: '请至少选一种情形；拿不准就选最后一种。',
  fillReport: '请写孩子是谁，看到或听到了什么。', whichSituation: '是哪种情形（可以选几种）', whoIsChild: '孩子是谁，怎样能找到', whatSeen: '看到、听到了什么',
  willBeTold: (names: string) => `会立即告诉：${names}。`, sendReport: '提交报告',

  textSize: '字的大小', sizes: ['大', '更大', '最大'], language: '语言 Language', chineseName: '中文', englishName: 'English', lockNow: '锁上', deskPage: '打开完整版网页',
  leave: '退出这部手机',
  about: '这部手机上留着什么', aboutText: (days: number) => `只留今天和明天要走访的孩子，和您结对的其他孩子的姓名，还有办公室最近给您的留言，加了密，用您的6位数字密码才能打开。${days}天不联网会自动清除。手机丢了，请马上打办公室电话停用它。`,
  install: '放到手机桌面', installText: '在浏览器菜单里点“添加到主屏幕”，以后从桌面打开。',
  leaveTitle: '退出这部手机', leaveText: '退出后，手机上的名单会清除，下次要重新登录。', leaveUnsent: (count: number) => `还有${count}条没有上传。它们已密封，退出后仍会自动上传；打开本页就会接着传。`, leaveNow: '退出',
  stay: '不退出',

  unfit: '这里打不开手机版', unfitText: '手机版要用 https:// 开头的网址，浏览器也要够新。请找办公室要正确的网址。',
}
