package dev.nara.data.read.roles;

/**
 * Words in names of columns in German, French, Spanish, Italian, Portuguese, Russian, Japanese and Chinese: alternatives of regular
 * expressions, in lower case and without blanks.
 */
final class OtherLanguages {
    static final String USERS = "kunden?|benutzer|nutzer|mitglied|käufer|kaeufer|leser|hörer|zuschauer"
            + "|utilisateur|acheteur|membre|abonné|abonne|lecteur|usager|usuario|usuário|cliente|comprador|miembro|socio"
            + "|lector|utente|acquirente|utilizador|пользователь|клиент|покупатель|читатель"
            + "|пользователя|клиента|покупателя|читателя|klant|gebruiker|lid|koper|użytkownika?|uzytkownika?|klienta?|kullanıcı|kullanici|müşteri"
            + "|musteri|ユーザー?|顧客|会員|利用者|購入者|用户|用戶|客户|客戶|会员|會員|顾客|买家|读者";

    static final String ITEMS =
            "artikel|produkt|ware|buch|lied|spiel|serie|folge|produit|livre|chanson|jeu|articulo|artículo"
                    + "|producto|libro|pelicula|película|cancion|canción|juego|articolo|prodotto|canzone|gioco|produto|livro|filme|música"
                    + "|товара?|продукта?|фильма?|книг[аи]|песн[яи]|игр[аы]|boek|ürün|urun|towar|książka|ksiazka|商品|製品|品目|アイテム|作品|映画|動画|本|書籍|曲|楽曲|ゲーム"
                    + "|产品|產品|物品|电影|電影|影片|视频|图书|书籍|歌曲|音乐|游戏|文章";

    static final String IDS =
            "nummer|kennung|kennzeichen|numero|número|numéro|código|codigo|ид|номер|код|番号|コード|編號|编号|编码";

    static final String NUMBERS =
            "bewertung|anzahl|menge|sterne|punkte|^note$|évaluation|quantité|quantite|étoiles|calificaci[oó]n"
                    + "|puntuaci[oó]n|valoraci[oó]n|cantidad|estrellas|valutazione|quantità|voto|avaliaç[aã]o|quantidade"
                    + "|aantal|beoordeling|waardering|ocena|liczba|ilość|ilosc|puan|quantita|оценка|рейтинг|количество|評価|評点|点数|スコア|回数|数量|再生数|评分|評分|分数|评价|次数|打分";

    static final String TIMES =
            "datum|zeitstempel|zeitpunkt|uhrzeit|zeit|fecha|hora|heure|дата|время|日時|日付|時刻|(購入|注文|利用|視聴|年月)日|tarih|时间|時間|日期";

    private OtherLanguages() {}
}
