"""Lines that belong to a site, in other languages than English: menus, buttons, notices, links.

One language a group, in small letters; each form is a whole line. Written from knowledge of how news sites of
these languages are made.
"""

from typing import Final

FORMS: Final = (
    # Spanish
    r"inicio|portada|buscar|contacto|acceder|iniciar sesión|reg[ií]str(?:ate|arse|o)",
    r"suscr[ií]b(?:ete|irse)\b.{0,80}",
    r"compartir\b.{0,40}|comentar(?:ios?)?(?: \W?\d+\W?)?|deja (?:un|tu) comentario\W*|enviar comentario",
    r"(?:leer|ver|saber) más\W*|más (?:noticias|información|sobre .{1,40}|leídas?|vist[oa]s?)\W*",
    r"(?:también )?te puede interesar\W*|noticias relacionadas|lo más (?:leído|visto|popular|reciente)\W*",
    r"comparte (?:est[ae] |en ).{2,40}",
    r"síguenos\b.{0,60}|aviso legal|política de (?:privacidad|cookies)\b.{0,40}",
    r"todos los derechos reservados\b.{0,80}",
    r"(?:etiquetas?|temas?|archivado en)\s?:.{0,200}|siguiente|anterior|volver(?: arriba)?",
    # Portuguese
    r"início|página inicial|pesquisar|busca|contato|fale conosco|entrar|acessar|cadastre-se",
    r"assine(?: já)?\W*",
    r"esquec[ei]u? (?:a |sua |minha )?senha\W*|compartilh[ae]r?\b.{0,40}",
    r"deixe (?:um|o seu|seu) comentário\W*",
    r"(?:leia|veja|saiba|confira|ver|ler) (?:mais|também)\b.{0,20}|mais (?:lidas|notícias|vistas)",
    r"últimas notícias",
    r"notícias relacionadas|posts? relacionados?|siga-nos\b.{0,60}|todos os direitos reservados\b.{0,80}",
    r"política de privacidade\b.{0,40}|termos de uso|próximo|voltar(?: ao topo)?|acesso à informação",
    # French
    r"accueil|rechercher|recherche|(?:se connecter|connexion|s.inscrire|s.abonner)\b.{0,40}",
    r"abonnez-vous\b.{0,80}",
    r"partage[rz]\b.{0,40}|(?:laisser|ajouter|poster) un commentaire|commentaires?(?: \W?\d+\W?)?",
    r"réagi[rs]\W*",
    r"(?:à )?lire (?:aussi|plus|la suite|également)\W*|voir (?:plus|aussi)\W*|en savoir plus\W*",
    r"(?:articles?|sujets?) (?:liés?|similaires?|récents?|associés?)|les plus (?:lus|vus|partagés)",
    r"mentions légales|suivez-nous\b.{0,60}|tous droits réservés\b.{0,80}|précédent|suivant",
    r"retour(?: en haut)?",
    # German
    r"startseite|suchen?|kontakt|anmelden|registrieren|einloggen|(?:jetzt )?abonnieren",
    r"(?:unseren )?newsletter (?:bestellen|abonnieren)\W*",
    r"(?:artikel )?(?:teilen|drucken|merken)|kommentar (?:schreiben|hinterlassen|verfassen|abgeben)\W*",
    r"schreiben? sie einen kommentar|schreibe einen kommentar\W*|kommentare?(?: \W?\d+\W?)?",
    r"mehr (?:lesen|erfahren|zum thema|anzeigen|dazu)\W*|weiterlesen\W*",
    r"weitere (?:beiträge|artikel|meldungen)\b.{0,40}",
    r"ähnliche (?:artikel|beiträge)|das könnte (?:sie|dich) auch interessieren\W*",
    r"(?:die )?meistgelesen\b.{0,30}",
    r"impressum|datenschutz(?:erklärung|hinweise?)?|agb|nutzungsbedingungen",
    r"alle rechte vorbehalten\b.{0,80}",
    r"zurück(?: zur .{1,30})?|nach oben|nächster beitrag|vorheriger beitrag",
    # Italian
    r"cerca|contatti|accedi|registrati|abbonati\W*|iscriviti\b.{0,80}|condividi\b.{0,40}",
    r"lascia un commento\W*|commenti",
    r"leggi (?:anche|tutto|di più|l.articolo)\b.{0,20}|scopri di più|articoli correlati",
    r"potrebbe(?:ro)? interessarti\b.{0,20}",
    r"i più letti|seguici\b.{0,60}|tutti i diritti riservati\b.{0,80}|note legali|chi siamo",
    # Dutch, Scandinavian
    r"zoeken|inloggen|aanmelden|abonneren|(?:lees|bekijk) (?:meer|ook|verder)\W*|meer nieuws",
    r"gerelateerde?\b.{0,30}",
    r"meest gelezen|reacties(?: \W?\d+\W?)?|reageer\W*|alle rechten voorbehouden\b.{0,80}",
    r"sök|logga in|läs (?:mer|också|även)\W*|annons|log(?:g)? (?:ind|inn)|læs (?:mere|også)\W*",
    r"les (?:mer|også)\W*",
    # Polish, Czech
    r"szukaj|zaloguj(?: się)?|zarejestruj(?: się)?|udostępnij|dodaj komentarz\W*|komentarze(?: \W?\d+\W?)?",
    r"(?:czytaj|zobacz) (?:więcej|także|też|dalej|również)\W*|najczęściej czytane",
    r"wszelkie prawa zastrzeżone\b.{0,80}",
    r"hledat|přihlásit(?: se)?|sdílet|diskuse|číst (?:dál|více)|související články",
    r"všechna práva vyhrazena\b.{0,80}",
    # Russian, Ukrainian
    r"\W*(?:меню|главная|поиск|войти|вход|регистрация|контакты|поделиться|реклама|о нас|обратная связь)\W*",
    r"комментарии(?: \W?\d+\W?)?|(?:оставить|добавить) комментарий\W*",
    r"читать (?:далее|дальше|также|полностью)\W*",
    r"подробнее\W*|похожие (?:статьи|записи|материалы|новости)|популярн(?:ое|ые .{1,20})",
    r"все права защищены\b.{0,80}",
    r"головна|пошук|увійти|поділитися|коментарі|читати далі|усі права захищені\b.{0,80}",
    # Turkish
    r"ana ?sayfa|giriş(?: yap)?|üye ol|paylaş|yorumlar?|yorum (?:yap|yaz)\W*|devamını oku|ilgili haberler",
    r"en çok okunanlar|tüm hakları saklıdır\b.{0,80}|reklam",
    # Another text, named in the same line
    r"(?:lesen|sehen|hören) sie auch\W*|(?:lees|bekijk) ook\W*|(?:czytaj|zobacz) też\W*",
    r"(?:lesen|sehen|hören) sie auch\s?:.{1,160}|(?:lies|siehe) auch\s?:.{1,160}|mehr zum thema\s?:.{1,160}",
    r"(?:lea|lee|leer|vea|ver|mira) (?:también|además|más)\s?:.{1,160}|te puede interesar\s?:.{1,160}",
    r"(?:leia|veja|saiba|confira) (?:mais|também)\s?:.{1,160}|(?:à )?(?:lire|voir) aussi\s?:.{1,160}",
    r"(?:leggi|guarda) anche\s?:.{1,160}|(?:lees|bekijk) ook\s?:.{1,160}",
    r"(?:läs|les|læs) (?:också|også)\s?:.{1,160}",
    r"(?:czytaj|zobacz) (?:także|też|również)\s?:.{1,160}|(?:читайте|смотрите) также\s?:?.{1,160}",
    # A blog's comment form
    r"deja una respuesta\b.{0,40}|cancelar(?: la)? respuesta|deixe uma resposta\b.{0,40}",
    r"laisser un commentaire\b.{0,40}|annuler la réponse|schreibe einen kommentar\b.{0,40}",
    r"antworten? abbrechen",
    r"lascia un commento\b.{0,40}|annulla risposta|geef een reactie\b.{0,40}|reactie annuleren",
    r"добавить комментарий\b.{0,40}|отменить ответ|dodaj komentarz\b.{0,40}|anuluj pisanie odpowiedzi",
    r"(?:tu|su) dirección de correo electrónico no será publicada\b.*",
    r"votre adresse (?:e-?mail|de messagerie) ne sera pas publiée\b.*",
    r"(?:deine|ihre) e-mail-adresse wird nicht veröffentlicht\b.*",
    r"il tuo indirizzo e-?mail non sarà pubblicato\b.*|o seu endereço de e-?mail não será publicado\b.*",
    r"het e-mailadres wordt niet gepubliceerd\b.*|je e-mailadres wordt niet gepubliceerd\b.*",
    r"ваш (?:адрес )?e-?mail не будет опубликован\b.*|twój adres e-?mail nie zostanie opublikowany\b.*",
    r"(?:los )?campos obligatorios están marcados\b.*|(?:os )?campos obrigatórios são marcados\b.*",
    r"les champs obligatoires sont (?:indiqués|marqués)\b.*|erforderliche felder sind\b.*",
    r"i campi obbligatori sono contrassegnati\b.*|vereiste velden zijn gemarkeerd\b.*",
    r"обязательные поля помечены\b.*",
    r"(?:pola, których wypełnienie jest )?wymagane(?: pola)?,? są oznaczone\b.*",
    # Further texts
    r"(?:вам )?(?:также|тоже) может (?:быть интересно|понравиться)\W*|читайте также\b.{0,200}",
    r"vous aimerez aussi\W*|potrebbe(?:ro)? piacerti anche\W*|você (?:também )?pode gostar\b.{0,20}",
    # Japanese, Chinese, Arabic
    r"ホーム|検索|メニュー|ログイン|会員登録|シェア(?:する)?|ツイート|関連記事|続きを読む|コメント|広告|トップへ戻る",
    r"分享到\W*.{0,40}|责任编辑\W.{1,30}|شارك (?:هذا |هذه |عبر )?.{1,30}",
    r"首页|登录|注册|搜索|分享|评论|相关(?:新闻|阅读|文章|推荐)|(?:上|下)一篇.{0,60}|版权所有.{0,60}",
    r"أخبار(?: (?:العالم|عربية|محلية|عاجلة))?|فيسبوك|تويتر|واتساب|تلغرام|المزيد|طباعة|نسخ الرابط",
    r"الرئيسية|بحث|شارك|تعليقات|تسجيل الدخول|اقرأ أيض.{0,60}|جميع الحقوق محفوظة.{0,80}",
)
"""Whole lines, in small letters."""
AUTHORS: Final = (
    r"about (?:the |our )?(?:author|writer|reporter|contributor|company)s?",
    r"about [^\W\d_]+(?: [^\W\d_]+){0,2}",
    r"sobre (?:o|a|el|la|os|as|los|las) (?:autor|autora|autores)|sobre [^\W\d_]+ [^\W\d_]+",
    r"über (?:den|die) autor(?:in|en)?|über [^\W\d_]+ [^\W\d_]+|zur person|à propos de l.auteur",
    r"l.auteur|l.autore",
)
"""Above the author's biography, or what a company says of itself; in small letters."""
HEADINGS: Final = (
    r"weitere (?:beiträge|artikel|meldungen|nachrichten)\b.{0,40}|más (?:noticias|en|sobre)\b.{0,40}",
    r"notícias relacionadas|leia (?:também|mais)|articles? (?:liés?|similaires?)|articoli correlati|関連記事",
)
"""Above links to other texts, in small letters."""
