/* SPDX-License-Identifier: MIT */
#include "view/words.h"

#include <string.h>

/*
 * One row a key, sorted by strcmp (a unit test holds it to that), one column a language.  Braces
 * name the values that a renderer puts in; every translation has the same ones as the English.
 * Chinese is written in simplified characters.
 */
enum language { EN, DE, FR, ES, IT, NL, PT, PL, RU, JA, ZH, KO, AR, HE, N_LANGUAGES };

static const char tags[N_LANGUAGES][3] = {"en", "de", "fr", "es", "it", "nl", "pt",
					  "pl", "ru", "ja", "zh", "ko", "ar", "he"};

struct row {
	const char *key;
	const char *text[N_LANGUAGES];
};

/* Each language by its name: a row that lacks one does not compile, and none can take another's place. */
#define WORD(key, en, de, fr, es, it, nl, pt, pl, ru, ja, zh, ko, ar, he)                 \
	{                                                                                 \
		key,                                                                      \
		{                                                                         \
			[EN] = en, [DE] = de, [FR] = fr, [ES] = es, [IT] = it, [NL] = nl, \
			[PT] = pt, [PL] = pl, [RU] = ru, [JA] = ja, [ZH] = zh, [KO] = ko, \
			[AR] = ar, [HE] = he,                                             \
		}                                                                         \
	}

/* clang-format off */
static const struct row rows[] = {
	WORD("age_older", "verified more than {n} days ago", "vor mehr als {n} Tagen geprüft", "vérifié il y a plus de {n} jours", "verificado hace más de {n} días", "verificato più di {n} giorni fa", "meer dan {n} dagen geleden gecontroleerd", "verificado há mais de {n} dias", "sprawdzone ponad {n} dni temu", "проверено более {n} дн. назад", "{n}日より前に確認", "{n} 天以前核实", "{n}일보다 전에 확인됨", "تم التحقق قبل أكثر من {n} يومًا", "נבדק לפני יותר מ-{n} ימים"),
	WORD("age_scale", "Ages are days before {date}.", "Das Alter zählt Tage vor {date}.", "L’âge se compte en jours avant le {date}.", "La antigüedad se cuenta en días antes de {date}.", "L’età è in giorni prima di {date}.", "De leeftijd telt dagen vóór {date}.", "A idade conta dias antes de {date}.", "Wiek liczony w dniach przed {date}.", "Давность — в днях до {date}.", "経過日数は{date}を基準とします。", "时间按 {date} 之前的天数计算。", "경과 일수는 {date} 기준입니다.", "يُحسب العمر بالأيام قبل {date}.", "הגיל נמדד בימים לפני {date}."),
	WORD("age_up_to", "verified up to {n} days ago", "vor höchstens {n} Tagen geprüft", "vérifié il y a au plus {n} jours", "verificado hace {n} días como máximo", "verificato al massimo {n} giorni fa", "hoogstens {n} dagen geleden gecontroleerd", "verificado há no máximo {n} dias", "sprawdzone najwyżej {n} dni temu", "проверено не более {n} дн. назад", "{n}日以内に確認", "{n} 天以内核实", "{n}일 이내에 확인됨", "تم التحقق قبل {n} يومًا على الأكثر", "נבדק לפני {n} ימים לכל היותר"),
	WORD("agreement_count", "Below the percentage: the number of those features.", "Unter dem Prozentwert: die Zahl dieser Merkmale.", "Sous le pourcentage : le nombre de ces fonctionnalités.", "Debajo del porcentaje: el número de esas características.", "Sotto la percentuale: il numero di queste funzionalità.", "Onder het percentage: het aantal van die kenmerken.", "Abaixo da percentagem: o número dessas funcionalidades.", "Pod wartością procentową: liczba tych cech.", "Под процентом — число этих характеристик.", "割合の下は、その対象となる機能の数。", "百分比下方：这些功能的数量。", "비율 아래: 해당 기능의 수.", "أسفل النسبة المئوية: عدد تلك الميزات.", "מתחת לאחוז: מספר התכונות האלה."),
	WORD("agreement_scale",
	     "Percent of the features known for both (yes, partial or no) that have the same status.",
	     "Prozent der bei beiden bekannten Merkmale (ja, teilweise oder nein), die denselben Status haben.",
	     "Pourcentage des fonctionnalités connues des deux côtés (oui, partiel ou non) ayant le même statut.",
	     "Porcentaje de las características conocidas en ambos (sí, parcial o no) con el mismo estado.",
	     "Percentuale delle funzionalità note per entrambi (sì, parziale o no) con lo stesso stato.",
	     "Percentage van de bij beide bekende functies (ja, gedeeltelijk of nee) met dezelfde status.",
	     "Percentagem das funcionalidades conhecidas em ambos (sim, parcial ou não) com o mesmo estado.",
	     "Procent funkcji znanych po obu stronach (tak, częściowo lub nie), które mają ten sam status.",
	     "Процент функций, известных у обоих (да, частично или нет), с одинаковым статусом.",
	     "両方で判明している機能（はい・一部・いいえ）のうち状態が一致する割合（%）。", "双方均已知的功能（是、部分或否）中状态相同的百分比。",
	     "양쪽 모두 알려진 기능(예, 일부, 아니요) 중 상태가 같은 비율(%).",
	     "النسبة المئوية للميزات المعروفة لدى الطرفين (نعم أو جزئي أو لا) التي لها الحالة نفسها.",
	     "אחוז התכונות הידועות אצל שניהם (כן, חלקי או לא) שמצבן זהה."),
	WORD("archived", "archived", "archiviert", "archivé", "archivado", "archiviato",
	     "gearchiveerd", "arquivado", "zarchiwizowany", "в архиве", "アーカイブ済み", "已归档", "보관됨",
	     "مؤرشف", "בארכיון"),
	WORD("as_of", "as of {date}", "Stand: {date}", "état au {date}", "a fecha de {date}",
	     "aggiornato al {date}", "stand van {date}", "situação em {date}", "stan na {date}",
	     "по состоянию на {date}", "{date}現在", "截至 {date}", "{date} 기준", "حتى {date}",
	     "נכון ל-{date}"),
	WORD("categories", "Categories", "Kategorien", "Catégories", "Categorías", "Categorie",
	     "Categorieën", "Categorias", "Kategorie", "Категории", "カテゴリー", "类别", "범주",
	     "الفئات", "קטגוריות"),
	WORD("change_added", "added", "neu", "ajouté", "añadido", "aggiunto", "toegevoegd",
	     "adicionado", "dodano", "добавлено", "追加", "新增", "추가됨", "أضيف", "נוסף"),
	WORD("change_lost", "no longer known", "nicht mehr bekannt", "n’est plus connu",
	     "ya no se conoce", "non più noto", "niet meer bekend", "não é mais conhecido",
	     "już nieznane", "больше не известно", "不明になった", "不再已知", "더 이상 알 수 없음",
	     "لم يعد معروفًا", "כבר לא ידוע"),
	WORD("change_moved", "moved", "verschoben", "déplacé", "movido", "spostato", "verplaatst",
	     "movido", "przeniesiono", "перемещено", "移動", "已移动", "이동됨", "نُقل", "הועבר"),
	WORD("change_removed", "removed", "entfallen", "supprimé", "eliminado", "rimosso",
	     "verwijderd", "removido", "usunięto", "удалено", "削除", "已移除", "삭제됨", "أزيل", "הוסר"),
	WORD("change_was", "was", "bisher", "avant", "antes", "prima", "eerst", "antes",
	     "wcześniej", "было", "以前", "原为", "이전", "كان", "לפני כן"),
	WORD("changes_none", "Nothing changed.", "Nichts hat sich geändert.", "Rien n’a changé.",
	     "Nada ha cambiado.", "Nulla è cambiato.", "Er is niets veranderd.", "Nada mudou.",
	     "Nic się nie zmieniło.", "Ничего не изменилось.", "変更はありません。", "没有变化。",
	     "변경 사항이 없습니다.", "لم يتغير شيء.", "דבר לא השתנה."),
	WORD("changes_since", "Changes since {edition}", "Änderungen seit {edition}",
	     "Changements depuis {edition}", "Cambios desde {edition}", "Modifiche da {edition}",
	     "Wijzigingen sinds {edition}", "Mudanças desde {edition}", "Zmiany od {edition}",
	     "Изменения с {edition}", "{edition} からの変更", "自 {edition} 以来的变化", "{edition} 이후 변경 사항",
	     "التغييرات منذ {edition}", "שינויים מאז {edition}"),
	WORD("chart_categories", "Coverage by category", "Abdeckung nach Kategorie",
	     "Couverture par catégorie", "Cobertura por categoría", "Copertura per categoria",
	     "Dekking per categorie", "Cobertura por categoria", "Pokrycie według kategorii",
	     "Охват по категориям", "カテゴリー別カバー率", "按类别的覆盖率", "범주별 지원율", "التغطية حسب الفئة",
	     "כיסוי לפי קטגוריה"),
	WORD("chart_coverage", "Coverage by product", "Abdeckung nach Produkt",
	     "Couverture par produit", "Cobertura por producto", "Copertura per prodotto",
	     "Dekking per product", "Cobertura por produto", "Pokrycie według produktu",
	     "Охват по продуктам", "製品別カバー率", "按产品的覆盖率", "제품별 지원율", "التغطية حسب المنتج",
	     "כיסוי לפי מוצר"),
	WORD("chart_evidence", "Evidence by feature and product", "Belege nach Merkmal und Produkt", "Preuves par fonctionnalité et produit", "Evidencia por característica y producto", "Fonti e verifiche per funzionalità e prodotto", "Onderbouwing per functie en product", "Evidência por funcionalidade e produto", "Dowody według funkcji i produktu", "Подтверждения по функциям и продуктам", "機能・製品別の根拠", "按功能和产品列出的依据", "기능 및 제품별 근거", "الأدلة حسب الميزة والمنتج", "ראיות לפי תכונה ומוצר"),
	WORD("chart_features", "Coverage by feature", "Abdeckung nach Merkmal", "Couverture par fonctionnalité", "Cobertura por característica", "Copertura per funzionalità", "Dekking per kenmerk", "Cobertura por funcionalidade", "Pokrycie według cechy", "Охват по функциям", "機能別カバー率", "按功能的覆盖率", "기능별 지원율", "التغطية حسب الميزة", "כיסוי לפי תכונה"),
	WORD("chart_heatmap", "Status by feature and product", "Status nach Merkmal und Produkt",
	     "Statut par fonctionnalité et produit", "Estado por característica y producto",
	     "Stato per funzionalità e prodotto", "Status per functie en product",
	     "Estado por funcionalidade e produto", "Status według funkcji i produktu",
	     "Статус по функциям и продуктам", "機能と製品別の状態", "按功能和产品的状态", "기능 및 제품별 상태",
	     "الحالة حسب الميزة والمنتج", "מצב לפי תכונה ומוצר"),
	WORD("chart_matrix", "Agreement between products", "Übereinstimmung der Produkte",
	     "Concordance entre produits", "Coincidencia entre productos",
	     "Concordanza tra prodotti", "Overeenkomst tussen producten",
	     "Concordância entre produtos", "Zgodność między produktami",
	     "Совпадение между продуктами", "製品間の一致度", "产品之间的一致性", "제품 간 일치도",
	     "التوافق بين المنتجات", "התאמה בין מוצרים"),
	WORD("chart_radar", "Coverage profiles", "Abdeckungsprofile", "Profils de couverture",
	     "Perfiles de cobertura", "Profili di copertura", "Dekkingsprofielen",
	     "Perfis de cobertura", "Profile pokrycia", "Профили охвата", "カバー率プロファイル", "覆盖率概况",
	     "지원율 프로필", "ملامح التغطية", "פרופילי כיסוי"),
	WORD("chart_ranking", "Coverage, certain and possible", "Abdeckung, gesichert und möglich", "Couverture, certaine et possible", "Cobertura, segura y posible", "Copertura, certa e possibile", "Dekking, zeker en mogelijk", "Cobertura, certa e possível", "Pokrycie, pewne i możliwe", "Охват, известный и возможный", "カバー率、確実な分と可能な分", "覆盖率：确定的与可能的", "지원율, 확실한 값과 가능한 값", "التغطية المؤكدة والممكنة", "כיסוי, ודאי ואפשרי"),
	WORD("chart_slope", "Coverage in both editions", "Abdeckung in beiden Ausgaben",
	     "Couverture dans les deux éditions", "Cobertura en ambas ediciones",
	     "Copertura nelle due edizioni", "Dekking in beide edities",
	     "Cobertura nas duas edições", "Pokrycie w obu wydaniach", "Охват в обоих изданиях",
	     "両版のカバー率", "两个版本的覆盖率", "두 판의 지원율", "التغطية في الإصدارين",
	     "כיסוי בשתי המהדורות"),
	WORD("checked", "verified", "geprüft", "vérifié", "verificado", "verificato", "geverifieerd",
	     "verificado", "zweryfikowano", "проверено", "確認済み", "已核实", "확인됨", "تم التحقق",
	     "אומת"),
	WORD("contents", "Contents", "Inhalt", "Sommaire", "Contenido", "Indice", "Inhoud",
	     "Sumário", "Spis treści", "Содержание", "目次", "目录", "목차", "المحتويات",
	     "תוכן העניינים"),
	WORD("continued", "continued", "Fortsetzung", "suite", "continuación", "continua",
	     "vervolg", "continuação", "ciąg dalszy", "продолжение", "続き", "续", "계속", "تابع",
	     "המשך"),
	WORD("coverage", "Coverage", "Abdeckung", "Couverture", "Cobertura", "Copertura",
	     "Dekking", "Cobertura", "Pokrycie", "Охват", "カバー率", "覆盖率", "지원율", "التغطية",
	     "כיסוי"),
	WORD("coverage_scale",
	     "Coverage: yes counts one, partial one half, unknown zero, of all that apply.",
	     "Abdeckung: ja zählt eins, teilweise ein halb, unbekannt null, von allen zutreffenden.",
	     "Couverture : oui compte un, partiel un demi, inconnu zéro, parmi ceux qui s’appliquent.",
	     "Cobertura: sí cuenta uno, parcial un medio, desconocido cero, de todas las aplicables.",
	     "Copertura: sì vale uno, parziale un mezzo, sconosciuto zero, tra quelle applicabili.",
	     "Dekking: ja telt één, gedeeltelijk een half, onbekend nul, van alles wat van toepassing is.",
	     "Cobertura: sim vale um, parcial meio, desconhecido zero, de todas as aplicáveis.",
	     "Pokrycie: tak liczy się jako jeden, częściowo jako pół, nieznane jako zero, spośród mających zastosowanie.",
	     "Охват: «да» считается за единицу, «частично» за половину, «неизвестно» за ноль, из всех применимых.",
	     "カバー率：該当するもののうち、「あり」は1、「一部」は0.5、「不明」は0として計算。",
	     "覆盖率：在所有适用项中，“是”计一，“部分”计半，“未知”计零。",
	     "지원율: 해당 항목 중 ‘예’는 1, ‘부분’은 0.5, ‘알 수 없음’은 0으로 계산.",
	     "التغطية: «نعم» تُحسب واحدًا و«جزئي» نصفًا و«غير معروف» صفرًا، من كل ما ينطبق.",
	     "כיסוי: „כן” נחשב אחד, „חלקי” חצי, „לא ידוע” אפס, מתוך כל מה שחל."),
	WORD("coverage_weighted",
	     "Coverage is weighted, the counts are not: {weights}",
	     "Die Abdeckung ist gewichtet, die Anzahlen sind es nicht: {weights}",
	     "La couverture est pondérée, les nombres ne le sont pas : {weights}",
	     "La cobertura está ponderada, las cantidades no: {weights}",
	     "La copertura è ponderata, i conteggi no: {weights}",
	     "De dekking is gewogen, de aantallen niet: {weights}",
	     "A cobertura é ponderada, as quantidades não: {weights}",
	     "Pokrycie jest ważone, liczby nie: {weights}",
	     "Охват взвешен, количества — нет: {weights}",
	     "カバー率は加重、数は加重なし：{weights}",
	     "覆盖率为加权值，数量未加权：{weights}",
	     "지원율은 가중치 적용, 개수는 미적용: {weights}",
	     "التغطية مرجّحة والأعداد غير مرجّحة: {weights}",
	     "הכיסוי משוקלל, המספרים אינם: {weights}"),
	WORD("credit", "Credit", "Quellenangabe", "Crédit", "Créditos", "Crediti",
	     "Bronvermelding", "Créditos", "Autorstwo", "Авторство", "クレジット", "署名", "출처 표기",
	     "نسب المصدر", "קרדיט"),
	WORD("data_hash", "Data: {file}, SHA-256 {hash}", "Daten: {file}, SHA-256 {hash}",
	     "Données : {file}, SHA-256 {hash}", "Datos: {file}, SHA-256 {hash}",
	     "Dati: {file}, SHA-256 {hash}", "Gegevens: {file}, SHA-256 {hash}",
	     "Dados: {file}, SHA-256 {hash}", "Dane: {file}, SHA-256 {hash}",
	     "Данные: {file}, SHA-256 {hash}", "データ：{file}、SHA-256 {hash}",
	     "数据：{file}，SHA-256 {hash}", "데이터: {file}, SHA-256 {hash}",
	     "البيانات: {file}، ‏SHA-256 {hash}", "נתונים: {file}, ‏SHA-256 {hash}"),
	WORD("deprecated", "deprecated", "veraltet", "obsolète", "obsoleto", "deprecato",
	     "verouderd", "obsoleto", "przestarzałe", "устарело", "非推奨", "已弃用", "사용 중단 예정",
	     "مهمل", "מיושן"),
	WORD("description", "Description", "Beschreibung", "Description", "Descripción", "Descrizione", "Beschrijving", "Descrição", "Opis", "Описание", "説明", "说明", "설명", "الوصف", "תיאור"),
	WORD("details", "Details", "Einzelheiten", "Détails", "Detalles", "Dettagli", "Details",
	     "Detalhes", "Szczegóły", "Подробности", "詳細", "详情", "세부 정보", "التفاصيل", "פרטים"),
	WORD("discontinued", "discontinued", "eingestellt", "abandonné", "discontinuado",
	     "dismesso", "stopgezet", "descontinuado", "wycofany", "прекращён", "提供終了", "已停止",
	     "중단됨", "متوقف", "הופסק"),
	WORD("evidence", "Evidence", "Belege", "Preuves", "Evidencia", "Fonti e verifiche", "Onderbouwing", "Evidência", "Dowody", "Подтверждения", "根拠", "依据", "근거", "الأدلة", "ראיות"),
	WORD("facts_left_out", "features in words only, not shown here: {n}",
	     "Merkmale nur in Worten, hier nicht gezeigt: {n}",
	     "fonctionnalités décrites en mots, non montrées ici : {n}",
	     "características solo en palabras, no mostradas aquí: {n}",
	     "funzionalità solo a parole, non mostrate qui: {n}",
	     "functies alleen in woorden, hier niet getoond: {n}",
	     "funcionalidades só em palavras, não mostradas aqui: {n}",
	     "funkcje opisane tylko słowami, niepokazane tutaj: {n}",
	     "функции только в словах, здесь не показаны: {n}", "文章のみの機能（ここでは非表示）: {n}",
	     "仅有文字说明的功能（此处未显示）：{n}", "설명만 있는 기능(여기에는 표시 안 함): {n}",
	     "ميزات بالكلمات فقط، غير معروضة هنا: {n}",
	     "תכונות במילים בלבד, שאינן מוצגות כאן: {n}"),
	WORD("feature", "Feature", "Merkmal", "Fonctionnalité", "Característica", "Funzionalità",
	     "Kenmerk", "Funcionalidade", "Cecha", "Характеристика", "機能", "功能", "기능", "الميزة",
	     "תכונה"),
	WORD("features", "Features", "Merkmale", "Fonctionnalités", "Características",
	     "Funzionalità", "Kenmerken", "Funcionalidades", "Cechy", "Характеристики", "機能",
	     "功能", "기능", "الميزات", "תכונות"),
	WORD("features_scale", "Features in which the products differ most come first.", "Merkmale, in denen sich die Produkte am meisten unterscheiden, stehen zuerst.", "Les fonctionnalités où les produits diffèrent le plus viennent en premier.", "Primero figuran las características en que más difieren los productos.", "Le funzionalità in cui i prodotti differiscono di più vengono per prime.", "Kenmerken waarin de producten het meest verschillen staan vooraan.", "As funcionalidades em que os produtos mais diferem vêm primeiro.", "Cechy, którymi produkty najbardziej się różnią, są na początku.", "Сначала — функции, по которым продукты различаются больше всего.", "製品間の違いが大きい機能から順に並べています。", "产品差异最大的功能排在最前。", "제품 간 차이가 가장 큰 기능부터 표시합니다.", "تأتي أولًا الميزات الأكثر اختلافًا بين المنتجات.", "התכונות שבהן המוצרים נבדלים ביותר מופיעות ראשונות."),
	WORD("for_client", "Prepared for {client}", "Erstellt für {client}", "Préparé pour {client}", "Preparado para {client}", "Preparato per {client}", "Opgesteld voor {client}", "Preparado para {client}", "Przygotowano dla: {client}", "Подготовлено для: {client}", "{client}向け", "为 {client} 编制", "{client}용", "أُعدّ لصالح {client}", "הוכן עבור {client}"),
	WORD("fraction_scale", "Under each bar: yes, of all that apply.",
	     "Unter jedem Balken: ja, von allen zutreffenden.",
	     "Sous chaque barre : oui, parmi ceux qui s’appliquent.",
	     "Bajo cada barra: sí, de todas las aplicables.",
	     "Sotto ogni barra: sì, tra quelle applicabili.",
	     "Onder elke balk: ja, van alles wat van toepassing is.",
	     "Sob cada barra: sim, de todas as aplicáveis.",
	     "Pod każdym paskiem: tak, spośród mających zastosowanie.",
	     "Под полосой: «да» из всех применимых.", "各バーの下：該当するもののうち「はい」の数。", "条形下方：适用项中“是”的数量。",
	     "막대 아래: 해당 항목 중 ‘예’의 수.", "تحت كل شريط: «نعم» من كل ما ينطبق.",
	     "מתחת לכל עמודה: כן, מתוך כל מה שחל."),
	WORD("from_category", "from the category", "von der Kategorie", "de la catégorie", "de la categoría", "dalla categoria", "van de categorie", "da categoria", "z kategorii", "от категории", "カテゴリーより", "来自类别", "범주에서", "من الفئة", "מהקטגוריה"),
	WORD("from_feature", "from the feature", "vom Merkmal", "de la fonctionnalité", "de la característica", "dalla funzionalità", "van de functie", "da funcionalidade", "z funkcji", "от функции", "機能より", "来自功能", "기능에서", "من الميزة", "מהתכונה"),
	WORD("from_product", "from the product", "vom Produkt", "du produit", "del producto", "dal prodotto", "van het product", "do produto", "z produktu", "от продукта", "製品より", "来自产品", "제품에서", "من المنتج", "מהמוצר"),
	WORD("generated_by", "made with {program}", "erstellt mit {program}", "réalisé avec {program}", "hecho con {program}", "creato con {program}", "gemaakt met {program}", "feito com {program}", "utworzono za pomocą {program}", "создано с помощью {program}", "{program} で作成", "由 {program} 生成", "{program}(으)로 작성", "أُنشئ باستخدام {program}", "נוצר באמצעות {program}"),
	WORD("glossary", "Glossary", "Glossar", "Glossaire", "Glosario", "Glossario", "Begrippenlijst", "Glossário", "Słowniczek", "Глоссарий", "用語集", "术语表", "용어집", "مسرد المصطلحات", "מילון מונחים"),
	WORD("in_words", "in words", "in Worten", "en mots", "en palabras", "a parole",
	     "in woorden", "em palavras", "słownie", "словами", "文章", "文字说明", "설명", "بالكلمات",
	     "במילים"),
	WORD("legend", "Legend", "Legende", "Légende", "Leyenda", "Legenda", "Legenda",
	     "Legenda", "Legenda", "Условные обозначения", "凡例", "图例", "범례", "وسيلة الإيضاح",
	     "מקרא"),
	WORD("na", "does not apply", "entfällt", "sans objet", "no aplica", "non applicabile",
	     "niet van toepassing", "não se aplica", "nie dotyczy", "неприменимо", "該当なし", "不适用",
	     "해당 없음", "لا ينطبق", "לא רלוונטי"),
	WORD("names_left_out",
	     "Too many features for names and signs in one picture: only the colours are shown.",
	     "Zu viele Merkmale für Namen und Zeichen in einem Bild: gezeigt sind nur die Farben.",
	     "Trop de fonctionnalités pour des noms et des signes dans une image : seules les couleurs sont montrées.",
	     "Demasiadas características para nombres y signos en una imagen: solo se muestran los colores.",
	     "Troppe funzionalità per nomi e segni in un’immagine: si mostrano solo i colori.",
	     "Te veel functies voor namen en tekens in één beeld: alleen de kleuren staan er.",
	     "Demasiadas funcionalidades para nomes e sinais numa imagem: só se mostram as cores.",
	     "Zbyt wiele funkcji na nazwy i znaki na jednym obrazie: pokazano tylko kolory.",
	     "Слишком много функций для названий и знаков на одном изображении: показаны только цвета.",
	     "機能が多すぎて名前と記号は一枚に入りません：色だけを示します。",
	     "功能过多，一幅图中无法显示名称和符号：仅显示颜色。",
	     "기능이 너무 많아 한 그림에 이름과 기호를 넣을 수 없어 색만 표시합니다.",
	     "الميزات أكثر من أن تتسع صورة واحدة لأسمائها وعلاماتها: تظهر الألوان فقط.",
	     "יש יותר מדי תכונות לשמות ולסימנים בתמונה אחת: מוצגים רק הצבעים."),
	WORD("no", "no", "nein", "non", "no", "no", "nee", "não", "nie", "нет", "なし", "否", "아니요",
	     "لا", "לא"),
	WORD("not_verified", "not verified", "nicht geprüft", "non vérifié", "no verificado", "non verificato", "niet gecontroleerd", "não verificado", "niesprawdzone", "не проверено", "未確認", "未核实", "확인되지 않음", "لم يتم التحقق", "לא נבדק"),
	WORD("note", "Note", "Anmerkung", "Note", "Nota", "Nota", "Noot", "Nota", "Uwaga",
	     "Примечание", "注", "注", "참고", "ملاحظة", "הערה"),
	WORD("notes", "Notes", "Anmerkungen", "Notes", "Notas", "Note", "Noten", "Notas",
	     "Uwagi", "Примечания", "注", "注释", "참고", "ملاحظات", "הערות"),
	WORD("of_total", "{n} of {total}", "{n} von {total}", "{n} sur {total}", "{n} de {total}", "{n} di {total}", "{n} van {total}", "{n} de {total}", "{n} z {total}", "{n} из {total}", "{n} / {total}", "{n} / {total}", "{n} / {total}", "{n} من {total}", "{n} מתוך {total}"),
	WORD("only_differences", "only differences", "nur Unterschiede",
	     "seulement les différences", "solo diferencias", "solo differenze",
	     "alleen verschillen", "apenas diferenças", "tylko różnice", "только различия",
	     "相違点のみ", "仅显示差异", "차이점만", "الاختلافات فقط", "הבדלים בלבד"),
	WORD("page", "page {n} of {total}", "Seite {n} von {total}", "page {n} sur {total}",
	     "página {n} de {total}", "pagina {n} di {total}", "pagina {n} van {total}",
	     "página {n} de {total}", "strona {n} z {total}", "страница {n} из {total}",
	     "{n} / {total} ページ", "第 {n} 页，共 {total} 页", "{n} / {total} 쪽",
	     "صفحة {n} من {total}", "עמוד {n} מתוך {total}"),
	WORD("partial", "partial", "teilweise", "partiel", "parcial", "parziale", "gedeeltelijk",
	     "parcial", "częściowo", "частично", "一部", "部分", "부분", "جزئي", "חלקי"),
	WORD("planned", "planned", "geplant", "prévu", "planificado", "pianificato", "gepland",
	     "planejado", "planowane", "запланировано", "計画中", "计划中", "예정", "مخطط له", "מתוכנן"),
	WORD("preview", "in preview", "Vorschau", "en préversion", "en versión preliminar",
	     "in anteprima", "in preview", "em prévia", "w wersji zapoznawczej",
	     "предварительная версия", "プレビュー", "预览版", "미리 보기", "نسخة معاينة",
	     "גרסת תצוגה מקדימה"),
	WORD("product", "Product", "Produkt", "Produit", "Producto", "Prodotto", "Product",
	     "Produto", "Produkt", "Продукт", "製品", "产品", "제품", "المنتج", "מוצר"),
	WORD("products", "Products", "Produkte", "Produits", "Productos", "Prodotti",
	     "Producten", "Produtos", "Produkty", "Продукты", "製品", "产品", "제품", "المنتجات",
	     "מוצרים"),
	WORD("products_range", "products {from}–{to} of {total}",
	     "Produkte {from}–{to} von {total}", "produits {from} à {to} sur {total}",
	     "productos {from}–{to} de {total}", "prodotti {from}–{to} di {total}",
	     "producten {from}–{to} van {total}", "produtos {from}–{to} de {total}",
	     "produkty {from}–{to} z {total}", "продукты {from}–{to} из {total}",
	     "製品 {from}～{to} / {total}", "产品 {from}–{to}，共 {total} 个",
	     "제품 {from}–{to} / {total}", "المنتجات {from}–{to} من {total}",
	     "מוצרים {from}–{to} מתוך {total}"),
	WORD("radar_scale",
	     "From the centre (0 %) to the rim (100 %): coverage, with partial as one half.",
	     "Von der Mitte (0 %) zum Rand (100 %): Abdeckung, teilweise zählt halb.",
	     "Du centre (0 %) au bord (100 %) : couverture, partiel compte pour moitié.",
	     "Del centro (0 %) al borde (100 %): cobertura, parcial cuenta la mitad.",
	     "Dal centro (0 %) al bordo (100 %): copertura, parziale vale la metà.",
	     "Van het midden (0 %) naar de rand (100 %): dekking, gedeeltelijk telt half.",
	     "Do centro (0 %) à borda (100 %): cobertura, parcial vale metade.",
	     "Od środka (0 %) do brzegu (100 %): pokrycie, częściowe liczy się w połowie.",
	     "От центра (0 %) к краю (100 %): охват, частично считается за половину.",
	     "中心（0 %）から外縁（100 %）：カバー率、一部は半分として計算。", "从中心（0 %）到边缘（100 %）：覆盖率，部分支持计一半。",
	     "중심(0 %)에서 가장자리(100 %)까지: 지원율, 일부는 절반으로 계산.",
	     "من المركز (0 %) إلى الحافة (100 %): تغطية، والجزئي يُحسب نصفًا.",
	     "מהמרכז (0 %) אל השוליים (100 %): כיסוי, חלקי נחשב חצי."),
	WORD("radar_unknown", "Dashed: how far it would reach if everything unknown were yes.",
	     "Gestrichelt: so weit reichte es, wenn alles Unbekannte ja wäre.",
	     "Tirets : jusqu’où cela irait si tout l’inconnu était oui.",
	     "A trazos: hasta dónde llegaría si todo lo desconocido fuera sí.",
	     "Tratteggiato: fin dove arriverebbe se tutto l’ignoto fosse sì.",
	     "Gestreept: hoe ver het reikt als al het onbekende ja was.",
	     "Tracejado: até onde chegaria se tudo o desconhecido fosse sim.",
	     "Linia przerywana: zasięg, gdyby wszystko nieznane było „tak”.",
	     "Пунктир: как далеко, если бы всё неизвестное было «да».", "破線：不明がすべて「はい」だった場合の範囲。",
	     "虚线：若所有未知项均为“是”时的范围。", "점선: 알 수 없는 항목이 모두 ‘예’일 때의 범위.",
	     "متقطع: المدى لو كان كل مجهول «نعم».", "מקווקו: עד לאן יגיע אילו כל הלא ידוע היה כן."),
	WORD("ranking", "Ranking", "Rangfolge", "Classement", "Clasificación", "Classifica", "Rangschikking", "Classificação", "Ranking", "Рейтинг", "順位", "排名", "순위", "الترتيب", "דירוג"),
	WORD("ranking_decides", "What would decide it", "Was den Ausschlag gäbe", "Ce qui trancherait", "Lo que lo decidiría", "Che cosa deciderebbe", "Wat de doorslag zou geven", "O que decidiria", "Co by przesądziło", "Что решило бы дело", "決め手になる不明点", "能决定结果的未知项", "결정적인 미확인 항목", "ما يحسم الأمر", "מה היה מכריע"),
	WORD("ranking_high", "unknown counted as yes", "Unbekanntes als ja gezählt", "inconnu compté comme oui", "lo desconocido contado como sí", "ignoto contato come sì", "onbekend als ja geteld", "desconhecido contado como sim", "nieznane liczone jako tak", "неизвестное считается за «да»", "不明を「はい」として計算", "未知项按“是”计", "알 수 없음을 ‘예’로 계산", "المجهول محسوب «نعم»", "לא ידוע נחשב כן"),
	WORD("ranking_lacks", "lacks", "es fehlt", "il manque", "le falta", "manca", "mist", "falta", "brakuje", "не хватает", "不足", "缺少", "부족", "ينقصه", "חסר"),
	WORD("ranking_low", "unknown counted as no", "Unbekanntes als nein gezählt", "inconnu compté comme non", "lo desconocido contado como no", "ignoto contato come no", "onbekend als nee geteld", "desconhecido contado como não", "nieznane liczone jako nie", "неизвестное считается за «нет»", "不明を「いいえ」として計算", "未知项按“否”计", "알 수 없음을 ‘아니요’로 계산", "المجهول محسوب «لا»", "לא ידוע נחשב לא"),
	WORD("ranking_nobody", "No product meets the requirements.", "Kein Produkt erfüllt die Anforderungen.", "Aucun produit ne satisfait aux exigences.", "Ningún producto cumple los requisitos.", "Nessun prodotto soddisfa i requisiti.", "Geen enkel product voldoet aan de eisen.", "Nenhum produto cumpre os requisitos.", "Żaden produkt nie spełnia wymagań.", "Ни один продукт не отвечает требованиям.", "要件を満たす製品はありません。", "没有产品满足要求。", "요구 사항을 충족하는 제품이 없습니다.", "لا يستوفي أي منتج المتطلبات.", "אין מוצר שעומד בדרישות."),
	WORD("ranking_nothing", "nothing counts", "nichts zählt", "rien ne compte", "nada cuenta", "nulla conta", "niets telt", "nada conta", "nic się nie liczy", "нечего считать", "対象なし", "无可计项", "집계할 항목 없음", "لا شيء يُحسب", "אין מה לספור"),
	WORD("ranking_open", "open", "offen", "à vérifier", "por aclarar", "da chiarire", "open", "em aberto", "otwarte", "неясно", "未確認", "待定", "미확인", "غير محسوم", "פתוח"),
	WORD("ranking_out", "left out", "ausgelassen", "écarté", "excluido", "escluso", "weggelaten", "excluído", "pominięty", "исключён", "除外", "已排除", "제외됨", "مستبعد", "הושמט"),
	WORD("ranking_overlap", "Products are ranked only where their intervals do not overlap.", "Gereiht wird nur, was sich nicht überschneidet.", "Les produits ne sont classés que si leurs intervalles ne se recouvrent pas.", "Solo se ordenan los productos cuyos intervalos no se solapan.", "I prodotti sono ordinati solo se i loro intervalli non si sovrappongono.", "Producten zijn alleen gerangschikt waar hun intervallen elkaar niet overlappen.", "Os produtos só são ordenados quando os intervalos não se sobrepõem.", "Produkty są uszeregowane tylko tam, gdzie ich przedziały się nie pokrywają.", "Порядок указан только там, где интервалы не пересекаются.", "区間が重ならない製品にのみ順位の差がつきます。", "仅当区间不重叠时才分先后。", "구간이 겹치지 않는 제품 사이에만 순위를 매깁니다.", "تُرتَّب المنتجات فقط حيث لا تتداخل مجالاتها.", "מוצרים מדורגים רק כשהטווחים שלהם אינם חופפים."),
	WORD("ranking_place", "Place", "Platz", "Place", "Puesto", "Posto", "Plaats", "Lugar", "Miejsce", "Место", "順位", "名次", "순위", "المرتبة", "מקום"),
	WORD("ranking_required", "required", "gefordert", "exigé", "exigido", "richiesto", "vereist", "exigido", "wymagane", "требуется", "必須", "必需", "필수", "مطلوب", "נדרש"),
	WORD("ranking_requirements", "Requirements", "Anforderungen", "Exigences", "Requisitos", "Requisiti", "Eisen", "Requisitos", "Wymagania", "Требования", "要件", "要求", "요구 사항", "المتطلبات", "דרישות"),
	WORD("ranking_score", "Score", "Wertung", "Score", "Puntuación", "Punteggio", "Score", "Pontuação", "Wynik", "Оценка", "得点", "得分", "점수", "الدرجة", "ניקוד"),
	WORD("ranking_weights", "Weights", "Gewichte", "Poids", "Pesos", "Pesi", "Gewichten", "Pesos", "Wagi", "Веса", "重み", "权重", "가중치", "الأوزان", "משקלות"),
	WORD("references", "References", "Verweise", "Références", "Referencias", "Riferimenti",
	     "Verwijzingen", "Referências", "Odnośniki", "Ссылки", "参考資料", "参考资料", "참고 자료",
	     "المراجع", "מקורות מידע"),
	WORD("requires", "Has all of: {list}", "Erfüllt: {list}", "Avec : {list}", "Con: {list}",
	     "Con: {list}", "Met: {list}", "Com: {list}", "Ma wszystkie: {list}",
	     "Имеет всё: {list}", "必須: {list}", "必需：{list}", "필수: {list}", "يشمل كل من: {list}",
	     "כולל את כל: {list}"),
	WORD("selection", "Selection", "Auswahl", "Sélection", "Selección", "Selezione",
	     "Selectie", "Seleção", "Wybór", "Выборка", "選択", "选择", "선택", "التحديد", "בחירה"),
	WORD("since", "since {version}", "seit {version}", "depuis {version}", "desde {version}",
	     "da {version}", "sinds {version}", "desde {version}", "od {version}",
	     "с версии {version}", "{version} 以降", "自 {version} 起", "{version}부터",
	     "منذ {version}", "מאז {version}"),
	WORD("slope_features", "Each edition is counted over the features it has.",
	     "Jede Ausgabe ist über ihre eigenen Merkmale gezählt.",
	     "Chaque édition est comptée sur ses propres fonctionnalités.",
	     "Cada edición se cuenta sobre sus propias características.",
	     "Ogni edizione è contata sulle proprie funzionalità.",
	     "Elke editie is geteld over haar eigen functies.",
	     "Cada edição é contada sobre os seus próprios recursos.",
	     "Każde wydanie liczone jest na podstawie własnych funkcji.",
	     "Каждое издание подсчитано по собственным функциям.",
	     "各版はその版にある機能で数えています。", "每个版本按其自身的功能计算。",
	     "각 판은 그 판에 있는 기능을 기준으로 셉니다.",
	     "يُحسب كل إصدار على أساس ميزاته الخاصة.", "כל מהדורה נספרת לפי התכונות שיש בה."),
	WORD("slope_scale", "Dashed: less than before.", "Gestrichelt: weniger als zuvor.",
	     "Tirets : moins qu’avant.", "A trazos: menos que antes.",
	     "Tratteggiato: meno di prima.", "Gestreept: minder dan voorheen.",
	     "Tracejado: menos do que antes.", "Linia przerywana: mniej niż przedtem.",
	     "Пунктир: меньше, чем раньше.", "破線：以前より低下。", "虚线：比以前低。",
	     "점선: 이전보다 낮음.", "الخط المتقطع: أقل من السابق.", "קו מקווקו: פחות מבעבר."),
	WORD("sorted_by_coverage", "sorted by coverage", "nach Abdeckung sortiert",
	     "triés par couverture", "ordenados por cobertura", "ordinati per copertura",
	     "gesorteerd op dekking", "ordenados por cobertura", "posortowane według pokrycia",
	     "по убыванию охвата", "カバー率順", "按覆盖率排序", "지원율 순", "مرتبة حسب التغطية",
	     "ממוין לפי כיסוי"),
	WORD("sorted_by_name", "sorted by name", "nach Namen sortiert", "triés par nom",
	     "ordenados por nombre", "ordinati per nome", "gesorteerd op naam",
	     "ordenados por nome", "posortowane według nazwy", "по названию", "名前順", "按名称排序",
	     "이름 순", "مرتبة حسب الاسم", "ממוין לפי שם"),
	WORD("source", "Source", "Quelle", "Source", "Fuente", "Fonte", "Bron", "Fonte",
	     "Źródło", "Источник", "出典", "来源", "출처", "المصدر", "מקור"),
	WORD("summary", "Summary", "Zusammenfassung", "Résumé", "Resumen", "Riepilogo",
	     "Samenvatting", "Resumo", "Podsumowanie", "Сводка", "概要", "摘要", "요약", "ملخص",
	     "סיכום"),
	WORD("table", "Table", "Tabelle", "Tableau", "Tabla", "Tabella", "Tabel", "Tabela",
	     "Tabela", "Таблица", "表", "表格", "표", "جدول", "טבלה"),
	WORD("unknown", "unknown", "unbekannt", "inconnu", "desconocido", "sconosciuto",
	     "onbekend", "desconhecido", "nieznane", "неизвестно", "不明", "未知", "알 수 없음",
	     "غير معروف", "לא ידוע"),
	WORD("verified", "verified {date}", "geprüft am {date}", "vérifié le {date}",
	     "verificado el {date}", "verificato il {date}", "geverifieerd op {date}",
	     "verificado em {date}", "zweryfikowano {date}", "проверено {date}", "{date} 確認",
	     "核实于 {date}", "{date} 확인", "تم التحقق في {date}", "אומת ב-{date}"),
	WORD("weight", "Weight", "Gewicht", "Poids", "Peso", "Peso", "Gewicht", "Peso", "Waga",
	     "Вес", "重み", "权重", "가중치", "الوزن", "משקל"),
	WORD("with_source", "with a source", "mit Quelle", "avec une source", "con fuente", "con fonte", "met bron", "com fonte", "ze źródłem", "с источником", "出典あり", "有来源", "출처 있음", "مع مصدر", "עם מקור"),
	WORD("without_source", "without a source", "ohne Quelle", "sans source", "sin fuente", "senza fonte", "zonder bron", "sem fonte", "bez źródła", "без источника", "出典なし", "无来源", "출처 없음", "بدون مصدر", "ללא מקור"),
	WORD("yes", "yes", "ja", "oui", "sí", "sì", "ja", "sim", "tak", "да", "あり", "是", "예",
	     "نعم", "כן"),
};
/* clang-format on */

#define N_ROWS (sizeof(rows) / sizeof(rows[0]))

/* ASCII only: a language tag holds nothing else, and no locale may be asked. */
static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* The length of the subtag that begins at `tag`. */
static size_t subtag_length(const char *tag)
{
	return strcspn(tag, "-_");
}

static bool subtag_is(const char *tag, const char *wanted)
{
	size_t n = subtag_length(tag);

	if (strlen(wanted) != n)
		return false;
	for (size_t i = 0; i < n; i++)
		if (lower(tag[i]) != wanted[i])
			return false;
	return true;
}

/* N_LANGUAGES for one without words. */
static uint32_t find_language(const char *tag)
{
	for (uint32_t i = 0; i < N_LANGUAGES; i++)
		if (subtag_is(tag, tags[i]))
			return i;
	return subtag_is(tag, "iw") ? HE : N_LANGUAGES; /* the tag of Hebrew before 1989 */
}

static enum language language_of(const char *tag)
{
	uint32_t found = find_language(tag);

	return found < N_LANGUAGES ? (enum language)found : EN;
}

bool words_speaks(const char *language)
{
	return find_language(language) < N_LANGUAGES;
}

void words_put_languages(struct buf *out)
{
	for (uint32_t i = 0; i < N_LANGUAGES; i++)
		buf_printf(out, "%s%s", i > 0 ? ", " : "", tags[i]);
}

uint32_t words_count(void)
{
	return (uint32_t)N_ROWS;
}

static const char *text_of(const struct row *row, enum language language)
{
	return row->text[language];
}

void words_fill(const char *language, struct mr_word *out)
{
	enum language spoken = language_of(language);

	for (size_t i = 0; i < N_ROWS; i++) {
		out[i].key = rows[i].key;
		out[i].text = text_of(&rows[i], spoken);
	}
}

const char *words_find(const char *language, const char *key)
{
	size_t low = 0, high = N_ROWS;

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		int order = strcmp(key, rows[mid].key);

		if (order == 0)
			return text_of(&rows[mid], language_of(language));
		if (order < 0)
			high = mid;
		else
			low = mid + 1;
	}
	return NULL;
}

static bool is_one_of(const char *tag, const char *const *list)
{
	for (; *list; list++)
		if (subtag_is(tag, *list))
			return true;
	return false;
}

/*
 * The script subtag is the one of four letters after the language and its extended subtags (RFC
 * 5646, 2.2.3).  The languages are those whose Suppress-Script in the IANA registry, or usual script,
 * is one of these.
 */
bool words_is_rtl(const char *language)
{
	static const char *const scripts[] = {"arab", "aran", "hebr", "syrc", "thaa", "nkoo",
					      "adlm", "rohg", "samr", "mand", NULL};
	static const char *const languages[] = {
		"ar",  "arc", "ckb", "dv", "fa",  "he",  "iw",  "ji", "khw", "ks", "lrc", "mzn",
		"nqo", "pnb", "ps",  "sd", "sdh", "skr", "syr", "ug", "ur",  "yi", NULL};
	const char *tag = language + subtag_length(language);

	for (uint32_t i = 0; *tag && i < 4; i++) {
		size_t n = subtag_length(++tag);

		if (n == 4 && *tag > '9')
			return is_one_of(tag, scripts);
		if (n != 3)
			break;
		tag += n;
	}
	return is_one_of(language, languages);
}
