import type { OverlayWords } from './overlay.ts';

export const overlay: OverlayWords = {
  collapse: '收起',
  expand: '展开行情',
  backToTop: '回顶部',
  hideHere: '本站隐藏',
  hidden: '已在本站隐藏',
  undo: '撤销',
  noAnswer: '暂无数据源应答',
  conversion: '按 {date} 官方汇率折算（{source}），非场外价。',
};
