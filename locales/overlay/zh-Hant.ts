import type { OverlayWords } from './overlay.ts';

export const overlay: OverlayWords = {
  collapse: '收起',
  expand: '展開行情',
  backToTop: '回頂部',
  hideHere: '本站隱藏',
  hidden: '已在本站隱藏',
  undo: '復原',
  noAnswer: '暫無資料來源回應',
  conversion: '按 {date} 官方匯率折算（{source}），非場外價。',
  move: '移動（方向鍵；點按換邊）',
  inArticle: '本文提到',
  since: '發布以來',
  published: '發布於',
  disputed: '來源不一致：{source} 的價格相差 2% 以上',
  fold: '摺疊',
  shortest: '行情僅供參考，不構成投資建議。',
};
