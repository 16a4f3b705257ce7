# Every id here begins with "desk-"; what each is for stands in en/desk.ftl.

## Around every page
desk-skip = Zum Inhalt springen
desk-entries = Arbeitsbereich
desk-menu = Menü
desk-sign-out = Abmelden
desk-today = Heute
desk-people = Team
desk-keys = API-Schlüssel
desk-record = Protokoll
desk-save = Speichern
desk-cancel = Abbrechen
desk-older = Ältere Einträge
desk-wrong = Bitte prüfen Sie:
desk-not-found = Hier ist nichts
desk-not-found-why = Diese Seite gibt es nicht, oder sie ist für Ihre Rolle nicht zugänglich.
desk-moment-today = heute um { $time }
desk-moment-yesterday = gestern um { $time }

## Signing in
desk-sign-in = Anmelden
desk-sign-in-again = Sie wurden abgemeldet. Melden Sie sich an, dann wird gespeichert, was Sie geschrieben haben.
desk-sign-in-files = Sie wurden abgemeldet. Melden Sie sich an, dann wird wieder angezeigt, was Sie geschrieben haben. Wählen Sie danach Ihre Dateien noch einmal aus: Sie wurden nicht gespeichert.
desk-address = E-Mail-Adresse
desk-password = Passwort
desk-forgot = Passwort vergessen?
desk-sign-in-wrong = E-Mail-Adresse und Passwort passen nicht zusammen.
desk-password-wrong = Das ist nicht Ihr Passwort.
desk-too-many = Zu viele Versuche. Versuchen Sie es in einer Stunde noch einmal oder legen Sie ein neues Passwort fest.
desk-busy = Gerade melden sich zu viele Personen an. Versuchen Sie es in einer Minute noch einmal.
desk-code = Code eingeben
desk-code-why = Ihr Passwort stimmt. Öffnen Sie jetzt Ihre Authenticator-App.
desk-code-label = Code
desk-code-hint = Sechs Ziffern oder einer Ihrer Wiederherstellungscodes.
desk-code-wrong = Dieser Code ist ungültig oder wurde schon verwendet.
desk-confirm = Identität bestätigen
desk-confirm-why = Was Sie vorhaben, ist sicherheitsrelevant. Geben Sie noch einmal Ihr Passwort ein, um fortzufahren.

## The first owner, invitations, forgotten passwords
desk-setup = Arbeitsbereich einrichten
desk-setup-why = Übernehmen Sie in diesem Arbeitsbereich die Rolle „Inhaber“. Danach können Sie andere einladen.
desk-setup-key = Installationsschlüssel
desk-setup-key-hint = Der Wert von desk_api_key. Sie bekommen ihn von denen, die Wismo betreiben.
desk-setup-key-wrong = Das ist nicht der Installationsschlüssel.
desk-setup-do = Rolle übernehmen
desk-name = Name
desk-name-hint = So, wie man Sie im Team kennt.
desk-name-wrong = Geben Sie einen Namen mit höchstens 100 Zeichen ein.
desk-name-taken = Eine andere Person hat diesen Namen schon. Ergänzen Sie etwas, das Sie unterscheidet.
desk-address-wrong = Geben Sie eine E-Mail-Adresse ein, zum Beispiel ada@example.com.
desk-new-password = Neues Passwort
desk-new-password-hint = Mindestens 12 Zeichen. Ein paar Wörter, die nichts miteinander zu tun haben, kann man sich gut merken.
desk-password-short = Das Passwort muss mindestens 12 Zeichen lang sein.
desk-password-long = Das Passwort darf höchstens 256 Zeichen lang sein.
desk-password-common = Dieses Passwort ist zu leicht zu erraten.
desk-password-personal = Das Passwort darf nicht Ihre Adresse, Ihr Name oder der Name eines Shops sein.
desk-invitation = Willkommen
desk-invitation-why = Sie wurden in diesen Arbeitsbereich eingeladen. Sie melden sich künftig mit { $address } an.
desk-invitation-do = Loslegen
desk-welcome-back = Willkommen zurück, { $name }
desk-reset = Neues Passwort festlegen
desk-reset-why = Für { $address }. Sie werden überall abgemeldet.
desk-reset-do = Passwort festlegen
desk-reset-done = Ihr neues Passwort ist festgelegt. Melden Sie sich damit an.
desk-forgot-why = Geben Sie Ihre E-Mail-Adresse ein, dann senden wir Ihnen einen Link, mit dem Sie ein neues Passwort festlegen können. Er gilt eine Stunde.
desk-forgot-do = Link senden
desk-forgot-sent = Wenn es zu dieser Adresse ein Konto gibt, ist der Link unterwegs.
desk-void = Dieser Link funktioniert nicht mehr
desk-void-why = Er wurde schon verwendet oder ist zu alt. Fordern Sie einen neuen an.

## Your own account
desk-me = Ihr Konto
desk-profile = Profil
desk-language = Sprache
desk-language-browser = Wie im Browser
desk-signature = Signatur
desk-signature-hint = Die letzten Zeilen der E-Mails, die Sie an Kunden schreiben.
desk-shortcuts = Tastenkürzel
desk-shortcuts-hint = Kürzel mit nur einer Taste, zum Beispiel / für die Suche. Drücken Sie ?, um alle zu sehen. Schalten Sie sie aus, wenn sie die Sprachsteuerung stören.
desk-shortcuts-next = Nächste Zeile einer Liste
desk-shortcuts-previous = Vorherige Zeile einer Liste
desk-shortcuts-list = Diese Liste anzeigen
desk-shortcuts-off = In Ihrem Konto ausschalten
desk-shortcuts-close = Schließen
desk-saved = Gespeichert.
desk-password-why = Wenn Sie ein neues Passwort festlegen, werden Sie auf allen anderen Geräten abgemeldet.
desk-password-set = Ihr neues Passwort ist festgelegt. Auf allen anderen Geräten wurden Sie abgemeldet.
desk-second-factor = Zwei-Faktor-Authentifizierung
desk-second-factor-on = Beim Anmelden werden Sie nach einem Code aus Ihrer Authenticator-App gefragt.
desk-second-factor-off = Ohne Zwei-Faktor-Authentifizierung genügt zum Anmelden allein Ihr Passwort.
desk-second-factor-set-up = Einrichten
desk-second-factor-from = Für alle Pflicht ab
desk-second-factor-from-hint = Lassen Sie das Feld leer, wenn man sich auch ohne anmelden darf. Wer ab diesem Tag keine Zwei-Faktor-Authentifizierung hat, muss sie zuerst einrichten.
desk-second-factor-needed = Ohne Zwei-Faktor-Authentifizierung geht es nicht weiter: Richten Sie sie unten ein.
desk-second-factor-soon = Ab { $day } ist die Zwei-Faktor-Authentifizierung Pflicht. Richten Sie sie unten ein.
desk-second-factor-remove = Deaktivieren
desk-second-factor-set = Die Zwei-Faktor-Authentifizierung ist eingerichtet.
desk-second-factor-removed = Die Zwei-Faktor-Authentifizierung ist deaktiviert.
desk-enrol = Authenticator-App einrichten
desk-enrol-scan = Scannen Sie dieses Bild mit Ihrer Authenticator-App.
desk-enrol-picture = QR-Code für Ihre Authenticator-App
desk-enrol-type = Oder geben Sie diesen Schlüssel in die App ein:
desk-enrol-code = Die sechs Ziffern aus der App
desk-enrol-do = Einrichten
desk-recovery = Ihre Wiederherstellungscodes
desk-recovery-why = Wenn Sie Ihr Smartphone verlieren, können Sie sich mit einem dieser Codes anmelden. Jeder funktioniert nur einmal. Drucken Sie sie aus oder schreiben Sie sie auf: Sie werden nur jetzt angezeigt.
desk-recovery-kept = Ich habe sie gesichert
desk-sessions = Wo Sie angemeldet sind
desk-session-this = dieses Gerät
desk-session-browser = { $browser } auf { $system }
desk-session-end = Abmelden
desk-sessions-end = Überall abmelden
desk-another-device = Auf einem anderen Gerät anmelden
desk-another-device-why = Scannen Sie das Bild mit Ihrem Smartphone, um sich dort anzumelden. Es funktioniert nur einmal und nur eine Stunde lang. Wer es hat, meldet sich als Sie an: Zeigen Sie es niemandem.
desk-another-device-picture = QR-Code mit dem Link
desk-another-device-type = Oder öffnen Sie dort diesen Link:
desk-session-ended = Das Gerät ist abgemeldet.
desk-session-none = Das Gerät war schon abgemeldet.

## People
desk-invite = Jemanden einladen
desk-invite-why = Die Person bekommt eine E-Mail mit einem Link, um ein Passwort festzulegen. Der Link gilt eine Woche.
desk-invite-do = Einladung senden
desk-invite-again = Einladung noch einmal senden
desk-invite-sent = Die Einladung ist unterwegs.
desk-invite-not-sent = Die Einladung konnte nicht gesendet werden. Prüfen Sie die E-Mail-Einstellungen und senden Sie die Einladung noch einmal.
desk-invite-known = Zu dieser Adresse gibt es schon ein Konto.
desk-invite-elsewhere = Diese Adresse kann von hier aus nicht eingeladen werden. Wenden Sie sich an einen Inhaber, der alle Shops sieht.
desk-invited = Eingeladen
desk-suspended = Gesperrt
desk-has-second-factor = Mit Zwei-Faktor-Authentifizierung
desk-no-second-factor = Ohne Zwei-Faktor-Authentifizierung
desk-last-sign-in = Letzte Anmeldung:
desk-role = Rolle
desk-role-owner = Inhaber
desk-role-owner-hint = Sieht alles, darf alles und lädt andere ein.
desk-role-agent = Bearbeiter
desk-role-agent-hint = Kümmert sich um Kunden und Bestellungen.
desk-role-viewer = Betrachter
desk-role-viewer-hint = Sieht alles außer dem Text der E-Mails, ändert nichts.
desk-rights = Weitere Rechte
desk-right-export = Darf Kundendaten exportieren
desk-right-erase = Darf Kundendaten löschen
desk-shops = Shops
desk-shops-all = Alle Shops
desk-access = Was diese Person darf
desk-access-saved = Gespeichert. Die Person muss sich neu anmelden.
desk-access-too-much = Sie können nicht mehr Rechte vergeben, als Sie selbst haben.
desk-take-second-factor-why = Wenn diese Person ihr Smartphone und ihre Wiederherstellungscodes verloren hat, können Sie ihre Zwei-Faktor-Authentifizierung deaktivieren. Vergewissern Sie sich, dass sie es wirklich ist.
desk-take-second-factor = Zwei-Faktor-Authentifizierung deaktivieren
desk-second-factor-taken = Die Zwei-Faktor-Authentifizierung dieser Person ist deaktiviert.
desk-suspend-why = Die Person wird sofort abgemeldet und kann sich erst wieder anmelden, wenn Sie es erlauben.
desk-suspend = Sperren
desk-suspend-done = Die Person kann sich nicht mehr anmelden.
desk-reinstate = Anmeldung wieder erlauben
desk-reinstate-done = Die Person kann sich wieder anmelden.
desk-person-fixed = Sie können nicht ändern, was diese Person darf.
desk-somebody = Jemand

## The record
desk-record-empty = Es wurde noch nichts protokolliert.
desk-did-set-up = { $who } hat mit dem Installationsschlüssel die Rolle „Inhaber“ übernommen
desk-did-join = { $who } hat die Einladung angenommen
desk-did-sign-in = { $who } hat sich angemeldet
desk-did-recover = { $who } hat sich mit einem Wiederherstellungscode angemeldet
desk-did-sign-in-by-link = { $who } hat sich mit einem Link angemeldet
desk-did-password = { $who } hat ein neues Passwort festgelegt
desk-did-reset = { $who } hat über einen Link per E-Mail ein neues Passwort festgelegt
desk-did-second-factor = { $who } hat die Zwei-Faktor-Authentifizierung eingerichtet
desk-did-no-second-factor = { $who } hat die eigene Zwei-Faktor-Authentifizierung deaktiviert
desk-did-end-sessions = { $who } hat sich überall abgemeldet
desk-did-invite = { $who } hat { $what } eingeladen
desk-did-access = { $who } hat die Rechte von { $what } geändert
desk-did-suspend = { $who } hat { $what } gesperrt
desk-did-reinstate = { $who } hat { $what } die Anmeldung wieder erlaubt
desk-did-take-second-factor = { $who } hat die Zwei-Faktor-Authentifizierung von { $what } deaktiviert
desk-did-require-second-factor = { $who } hat die Zwei-Faktor-Authentifizierung für alle ab { $what } zur Pflicht gemacht
desk-did-lift-second-factor = { $who } hat die Pflicht zur Zwei-Faktor-Authentifizierung aufgehoben
desk-did-make-key = { $who } hat den API-Schlüssel „{ $what }“ erstellt
desk-did-revoke-key = { $who } hat den API-Schlüssel „{ $what }“ widerrufen
desk-did-change-settings = { $who } hat die Einstellungen des Shops „{ $what }“ geändert

## API keys
desk-keys-why = Programme nutzen die API des Arbeitsbereichs mit einem Schlüssel. Jeder Schlüssel hat eine Rolle, wie eine Person.
desk-key-make = Schlüssel erstellen
desk-key-name = Name
desk-key-name-hint = Wofür der Schlüssel ist, zum Beispiel der Name des Programms.
desk-key-made = Erstellt:
desk-key-used = Zuletzt verwendet:
desk-key-unused = Nie verwendet
desk-key-revoke = Widerrufen
desk-key-revoked = Der Schlüssel funktioniert nicht mehr.
desk-key-new = Ihr neuer Schlüssel
desk-key-new-why = Kopieren Sie ihn jetzt: Er wird nur einmal angezeigt.
desk-key-kept = Ich habe ihn kopiert

## Today
desk-nothing-to-do = Nichts zu tun. Alles in Ordnung.
desk-task-count =
    { $count ->
        [one] { $count } offene Aufgabe
       *[other] { $count } offene Aufgaben
    }
desk-paused = Zurzeit werden keine E-Mails gesendet, weil der E-Mail-Anbieter sie nicht annimmt.
desk-more-tasks = Weitere Aufgaben
desk-none-further = Keine Aufgaben auf dieser Seite.
desk-task = Bitte ansehen
desk-task-not-sent = Eine E-Mail konnte nicht gesendet werden
desk-task-bad-address = Die E-Mail-Adresse ist ungültig
desk-task-many-links = In diesem Shop wurden so viele Links zu Bestellungen angefordert, dass vorerst keine weiteren gesendet werden. Diese Bestellung war die letzte.
desk-task-bounced = Eine E-Mail kam zurück
desk-task-suppressed = Der E-Mail-Anbieter sendet nicht mehr an diese Adresse
desk-task-rejected = Der E-Mail-Anbieter hat eine E-Mail nicht gesendet
desk-task-complained = Eine E-Mail wurde vom Empfänger als Spam markiert
desk-task-done = Erledigt
desk-task-ended = Erledigt.

## Emails to your people
desk-mail-invitation = Ihre Einladung zu Wismo
desk-mail-invitation-why = { $who } hat Sie in den Arbeitsbereich eingeladen, in dem Bestellungen und Kunden betreut werden. Der Link gilt eine Woche.
desk-mail-invitation-do = Einladung annehmen
desk-mail-invitation-not = Wenn Sie nicht wissen, wer das ist, können Sie diese E-Mail ignorieren.
desk-mail-reset = Neues Passwort festlegen
desk-mail-reset-why = Für Ihren Arbeitsbereich wurde ein neues Passwort angefordert. Der Link gilt eine Stunde.
desk-mail-reset-do = Neues Passwort festlegen
desk-mail-reset-not = Wenn Sie das nicht waren, ignorieren Sie diese E-Mail: Ihr Passwort bleibt, wie es ist.

## What is wrong with a field
desk-missing = Füllen Sie dieses Feld aus.
desk-text-wrong = Der Text ist zu lang.
desk-text-characters = Der Text enthält Zeichen, die nicht verwendet werden können. Geben Sie ihn neu ein, oder fügen Sie ihn als reinen Text ein.
desk-day-wrong = Geben Sie ein Datum ein, zum Beispiel 2026-12-24.
desk-quantity-wrong = Geben Sie eine Zahl ein, höchstens die bestellte Menge.
desk-amount-wrong = Geben Sie einen Betrag ein, zum Beispiel 12,50.
desk-nothing-changed = Es hat sich nichts geändert. Vielleicht war es schon erledigt.
desk-choice-wrong = Wählen Sie eine der Möglichkeiten.
