// Each Traditional character is followed by its Simplified form. Only characters used in our names, phrases and
// patterns.
const PAIRS =
  '幣币鏈链鍊链達达萊莱門门羅罗經经場场體体樹树圖图壽寿恆恒餅饼蟻蚁馬马納纳爾尔網网際际協协議议無无絲丝黃黄龍龙環环價价漲涨開开關关質质現现貨货約约續续態态會会單单頭头倉仓鎖锁鯨鲸報报儲储備备財财' +
  '庫库銷销毀毁穩稳區区塊块線线內内壓压創创辦办團团隊队錢钱戶户資资產产買买賣卖拋抛減减換换種种項项兌兑權权動动營营號号轉转載载請请註注訊讯聞闻雜杂誌志導导聲声責责編编輯辑標标題题閱阅讀读掃扫碼码' +
  '眾众衆众實实驗验總总員员發发佈布億亿萬万個个顆颗與与從从後后時时間间為为爲为來来說说這这見见長长運运維维業业論论壇坛評评級级監监試试點点銀银測测衛卫軌轨層层處处電电腦脑聯联計计機机審审積积滿满' +
  '獎奖勵励賬账帳账戰战鬥斗讓让飆飙齊齐錄录盤盘領领連连遊游戲戏節节證证據据歸归屬属週周離离熱热雙双對对過过還还進进選选極极觀观較较強强勢势彈弹槓杠桿杆閃闪購购贖赎額额學学術术當当應应廣广佔占則则' +
  '剛刚劃划務务匯汇園园圓圆執执寶宝專专將将帶带擔担擊击擴扩數数斷断條条檢检潛潜災灾狀状獲获獨独畫画盜盗礦矿競竞筆笔給给統统緩缓縮缩織织罰罚職职脫脱臨临舉举藍蓝虛虚補补複复觸触訂订託托許许訴诉該该' +
  '認认誤误調调談谈識识護护負负費费賽赛趨趋軟软輪轮輸输農农遠远遷迁釋释鉤钩銘铭錯错鑄铸閉闭陸陆隨随險险難难韓韩預预顯显風风飛飞餘余騙骗驅驱魚鱼麼么於于臺台組组裝装鑽钻別别國国舊旧書书劇剧師师雞鸡' +
  '臉脸夾夹攤摊俠侠蓮莲鐵铁決决邊边廠厂夥伙設设蘭兰歐欧諾诺脅胁濟济稅税紅红噸吨豬猪絡络愛爱館馆車车樣样參参稱称撐撑訟讼瀏浏覽览擬拟氣气檔档' +
  '義义優优凍冻淨净張张搶抢構构橋桥殘残礙碍簽签類类紐纽結结繼继繳缴勝胜藥药貝贝貼贴遞递鋪铺舖铺顧顾亞亚兩两準准冊册軍军並并併并暫暂鵝鹅裡里裏里';

const SIMPLE = new Map<string, string>();
for (let at = 0; at < PAIRS.length; at += 2) SIMPLE.set(PAIRS.charAt(at), PAIRS.charAt(at + 1));

const FOLDED = /[一-鿿\uff01-\uff5e\u3000\u00a0\u2009\u202f\t\r’‘]/g;

function foldOne(character: string): string {
  const code = character.charCodeAt(0);
  // Full-width forms have a fixed offset from ASCII.
  if (code >= 0xff01) return String.fromCharCode(code - 0xfee0);
  if (character === '’' || character === '‘') return "'";
  if (code < 0x4e00) return ' ';
  return SIMPLE.get(character) ?? character;
}

/**
 * Normalizes text for matching: Simplified for Traditional, ASCII for full-width, one kind of space and apostrophe.
 * Keeps the length, so offsets stay valid.
 */
export function fold(text: string): string {
  return text.replace(FOLDED, foldOne);
}

/** Lower-cases ASCII letters only; lower-casing others could change the length. */
export function lower(text: string): string {
  return text.replace(/[A-Z]+/g, (part) => part.toLowerCase());
}
