/** What a named person is told: that there is something to open, and nothing of what it is about. */
export function noticeOf(reportId: string, times = 0): { title: string; body: string; link: `/${string}` } {
  return {
    title: times === 0 ? '有一份强制报告待您查看' : `有一份强制报告仍待您查看（第${times}次提醒）`,
    body: '请立即登录处理。内容只对指定人员开放，查看会留痕。', link: `/safeguarding/reports/${reportId}`,
  }
}

/** What a leader is told: that nobody has opened it. */
export function pressingNotice(readers: number): { title: string; body: string; link: `/${string}` } {
  return {
    title: readers === 0 ? '有一份强制报告无人可以查看，请立即落实人员' : '有一份强制报告超时无人查看，请督促',
    body: readers === 0 ? '本单位和上级还没有未成年人信息负责人或指定保护人员，请联系安全管理员授权。' : '请督促未成年人信息负责人或指定保护人员立即登录处理。',
    link: '/safeguarding/counts',
  }
}
