# Every id here begins with "desk-"; what each is for stands in en/desk.ftl.

## Around every page
desk-skip = Naar de inhoud
desk-entries = Werkruimte
desk-menu = Menu
desk-sign-out = Uitloggen
desk-today = Vandaag
desk-people = Team
desk-keys = API-sleutels
desk-record = Logboek
desk-save = Opslaan
desk-cancel = Annuleren
desk-older = Oudere items
desk-wrong = Controleer dit:
desk-not-found = Hier is niets
desk-not-found-why = Deze pagina bestaat niet, of is niet toegankelijk voor jouw rol.
desk-moment-today = vandaag om { $time }
desk-moment-yesterday = gisteren om { $time }

## Signing in
desk-sign-in = Inloggen
desk-sign-in-again = Je bent uitgelogd. Log in, dan wordt opgeslagen wat je hebt geschreven.
desk-sign-in-files = Je bent uitgelogd. Log in, dan zie je weer wat je hebt geschreven. Kies daarna je bestanden opnieuw: die zijn niet bewaard.
desk-address = E-mailadres
desk-password = Wachtwoord
desk-forgot = Wachtwoord vergeten?
desk-sign-in-wrong = E-mailadres en wachtwoord horen niet bij elkaar.
desk-password-wrong = Dit is niet je wachtwoord.
desk-too-many = Te veel pogingen. Probeer het over een uur opnieuw of stel een nieuw wachtwoord in.
desk-busy = Er loggen nu te veel mensen in. Probeer het over een minuut opnieuw.
desk-code = Vul je code in
desk-code-why = Je wachtwoord klopt. Open nu je authenticator-app.
desk-code-label = Code
desk-code-hint = Zes cijfers, of een van je herstelcodes.
desk-code-wrong = Deze code is ongeldig of al gebruikt.
desk-confirm = Bevestig dat jij het bent
desk-confirm-why = Je staat op het punt iets gevoeligs te doen. Vul je wachtwoord opnieuw in om verder te gaan.

## The first owner, invitations, forgotten passwords
desk-setup = Richt je werkruimte in
desk-setup-why = Word eigenaar van deze werkruimte. Daarna kun je anderen uitnodigen.
desk-setup-key = Installatiesleutel
desk-setup-key-hint = De waarde van desk_api_key. Die krijg je van wie Wismo beheert.
desk-setup-key-wrong = Dit is niet de installatiesleutel.
desk-setup-do = Word eigenaar
desk-name = Naam
desk-name-hint = Zoals je collega’s je kennen.
desk-name-wrong = Vul een naam van maximaal 100 tekens in.
desk-name-taken = Een collega heeft deze naam al. Voeg iets toe om jullie uit elkaar te houden.
desk-address-wrong = Vul een e-mailadres in, zoals ada@example.com.
desk-new-password = Nieuw wachtwoord
desk-new-password-hint = Minstens 12 tekens. Een paar woorden die niet bij elkaar horen, zijn makkelijk te onthouden.
desk-password-short = Het wachtwoord moet minstens 12 tekens lang zijn.
desk-password-long = Het wachtwoord mag maximaal 256 tekens lang zijn.
desk-password-common = Dit wachtwoord is te makkelijk te raden.
desk-password-personal = Het wachtwoord mag niet je adres, je naam of de naam van een winkel zijn.
desk-invitation = Welkom
desk-invitation-why = Je bent uitgenodigd voor deze werkruimte. Je logt straks in met { $address }.
desk-invitation-do = Aan de slag
desk-welcome-back = Welkom terug, { $name }
desk-reset = Stel een nieuw wachtwoord in
desk-reset-why = Voor { $address }. Je wordt overal uitgelogd.
desk-reset-do = Wachtwoord instellen
desk-reset-done = Je nieuwe wachtwoord is ingesteld. Log ermee in.
desk-forgot-why = Vul je e-mailadres in, dan mailen we je een link om een nieuw wachtwoord in te stellen. De link werkt een uur.
desk-forgot-do = Mail me de link
desk-forgot-sent = Als er een account met dit adres is, is de link onderweg.
desk-void = Deze link werkt niet meer
desk-void-why = De link is al gebruikt of te oud. Vraag een nieuwe aan.

## Your own account
desk-me = Je account
desk-profile = Profiel
desk-language = Taal
desk-language-browser = Zoals in je browser
desk-signature = Handtekening
desk-signature-hint = De laatste regels van de mails die je aan klanten schrijft.
desk-shortcuts = Sneltoetsen
desk-shortcuts-hint = Losse toetsen, zoals / om te zoeken. Druk op ? om ze allemaal te zien. Zet ze uit als ze spraakbesturing in de weg zitten.
desk-shortcuts-next = Volgende rij van een lijst
desk-shortcuts-previous = Vorige rij van een lijst
desk-shortcuts-list = Deze lijst tonen
desk-shortcuts-off = Uitzetten in je account
desk-shortcuts-close = Sluiten
desk-saved = Opgeslagen.
desk-password-why = Als je een nieuw wachtwoord instelt, word je op alle andere apparaten uitgelogd.
desk-password-set = Je nieuwe wachtwoord is ingesteld. Je bent op alle andere apparaten uitgelogd.
desk-second-factor = Tweestapsverificatie
desk-second-factor-on = Als je inlogt, vragen we om een code uit je authenticator-app.
desk-second-factor-off = Zonder tweestapsverificatie is alleen je wachtwoord genoeg om in te loggen.
desk-second-factor-set-up = Instellen
desk-second-factor-from = Verplicht voor iedereen vanaf
desk-second-factor-from-hint = Laat dit leeg als inloggen ook zonder mag. Wie vanaf die dag geen tweestapsverificatie heeft, moet die eerst instellen.
desk-second-factor-needed = Je hebt tweestapsverificatie nodig om verder te gaan: stel die hieronder in.
desk-second-factor-soon = Vanaf { $day } is tweestapsverificatie verplicht. Stel die hieronder in.
desk-second-factor-remove = Uitzetten
desk-second-factor-set = Tweestapsverificatie is ingesteld.
desk-second-factor-removed = Tweestapsverificatie is uitgezet.
desk-enrol = Stel je authenticator-app in
desk-enrol-scan = Scan deze afbeelding met je authenticator-app.
desk-enrol-picture = QR-code voor je authenticator-app
desk-enrol-type = Of typ deze sleutel in de app:
desk-enrol-code = De zes cijfers die de app toont
desk-enrol-do = Instellen
desk-recovery = Je herstelcodes
desk-recovery-why = Als je je telefoon kwijtraakt, kun je inloggen met een van deze codes. Elke code werkt één keer. Print ze of schrijf ze op: je ziet ze alleen nu.
desk-recovery-kept = Ik heb ze bewaard
desk-sessions = Waar je bent ingelogd
desk-session-this = dit apparaat
desk-session-browser = { $browser } op { $system }
desk-session-end = Uitloggen
desk-sessions-end = Overal uitloggen
desk-another-device = Inloggen op een ander apparaat
desk-another-device-why = Scan deze afbeelding met je telefoon om daar in te loggen. Dat werkt één keer, binnen een uur. Wie de afbeelding heeft, logt in als jij: laat die aan niemand zien.
desk-another-device-picture = QR-code met de link
desk-another-device-type = Of open daar deze link:
desk-session-ended = Dat apparaat is uitgelogd.
desk-session-none = Dat apparaat was al uitgelogd.

## People
desk-invite = Nodig iemand uit
desk-invite-why = Deze persoon krijgt een mail met een link om een wachtwoord in te stellen. De link werkt een week.
desk-invite-do = Uitnodiging versturen
desk-invite-again = Uitnodiging opnieuw versturen
desk-invite-sent = De uitnodiging is onderweg.
desk-invite-not-sent = De uitnodiging kon niet worden verstuurd. Controleer de mailinstellingen en verstuur de uitnodiging opnieuw.
desk-invite-known = Er is al een account met dit adres.
desk-invite-elsewhere = Dit adres kan hier niet worden uitgenodigd. Vraag het een eigenaar die alle winkels ziet.
desk-invited = Uitgenodigd
desk-suspended = Geblokkeerd
desk-has-second-factor = Met tweestapsverificatie
desk-no-second-factor = Zonder tweestapsverificatie
desk-last-sign-in = Laatst ingelogd:
desk-role = Rol
desk-role-owner = Eigenaar
desk-role-owner-hint = Ziet en doet alles, en nodigt mensen uit.
desk-role-agent = Medewerker
desk-role-agent-hint = Zorgt voor klanten en bestellingen.
desk-role-viewer = Lezer
desk-role-viewer-hint = Ziet alles behalve de tekst van mails, wijzigt niets.
desk-rights = Overige rechten
desk-right-export = Mag klantgegevens exporteren
desk-right-erase = Mag klantgegevens wissen
desk-shops = Winkels
desk-shops-all = Alle winkels
desk-access = Wat deze persoon mag
desk-access-saved = Opgeslagen. Deze persoon moet opnieuw inloggen.
desk-access-too-much = Je kunt niet meer rechten geven dan je zelf hebt.
desk-take-second-factor-why = Is deze persoon de telefoon en de herstelcodes kwijt? Dan kun je de tweestapsverificatie uitzetten. Ga na of het echt om deze persoon gaat.
desk-take-second-factor = Tweestapsverificatie uitzetten
desk-second-factor-taken = De tweestapsverificatie van deze persoon is uitgezet.
desk-suspend-why = Deze persoon wordt meteen uitgelogd en kan pas weer inloggen als jij dat toestaat.
desk-suspend = Blokkeren
desk-suspend-done = Deze persoon kan niet meer inloggen.
desk-reinstate = Inloggen weer toestaan
desk-reinstate-done = Deze persoon kan weer inloggen.
desk-person-fixed = Je kunt niet wijzigen wat deze persoon mag.
desk-somebody = Iemand

## The record
desk-record-empty = Er is nog niets vastgelegd.
desk-did-set-up = { $who } is eigenaar geworden met de installatiesleutel
desk-did-join = { $who } heeft de uitnodiging geaccepteerd
desk-did-sign-in = { $who } heeft ingelogd
desk-did-recover = { $who } heeft ingelogd met een herstelcode
desk-did-sign-in-by-link = { $who } heeft ingelogd met een link
desk-did-password = { $who } heeft een nieuw wachtwoord ingesteld
desk-did-reset = { $who } heeft via een link in de mail een nieuw wachtwoord ingesteld
desk-did-second-factor = { $who } heeft tweestapsverificatie ingesteld
desk-did-no-second-factor = { $who } heeft de eigen tweestapsverificatie uitgezet
desk-did-end-sessions = { $who } heeft overal uitgelogd
desk-did-invite = { $who } heeft { $what } uitgenodigd
desk-did-access = { $who } heeft de rechten van { $what } gewijzigd
desk-did-suspend = { $who } heeft { $what } geblokkeerd
desk-did-reinstate = { $who } laat { $what } weer inloggen
desk-did-take-second-factor = { $who } heeft de tweestapsverificatie van { $what } uitgezet
desk-did-require-second-factor = { $who } heeft tweestapsverificatie voor iedereen verplicht gemaakt vanaf { $what }
desk-did-lift-second-factor = { $who } heeft tweestapsverificatie optioneel gemaakt
desk-did-make-key = { $who } heeft de API-sleutel ‘{ $what }’ gemaakt
desk-did-revoke-key = { $who } heeft de API-sleutel ‘{ $what }’ ingetrokken
desk-did-change-settings = { $who } heeft de instellingen van de winkel ‘{ $what }’ gewijzigd

## API keys
desk-keys-why = Programma’s gebruiken de API van de werkruimte met een sleutel. Elke sleutel heeft een rol, net als een persoon.
desk-key-make = Sleutel maken
desk-key-name = Naam
desk-key-name-hint = Waar de sleutel voor is, zoals de naam van het programma.
desk-key-made = Gemaakt:
desk-key-used = Laatst gebruikt:
desk-key-unused = Nooit gebruikt
desk-key-revoke = Intrekken
desk-key-revoked = De sleutel werkt niet meer.
desk-key-new = Je nieuwe sleutel
desk-key-new-why = Kopieer hem nu: je ziet hem maar één keer.
desk-key-kept = Ik heb hem gekopieerd

## Today
desk-nothing-to-do = Niets te doen. Alles is in orde.
desk-task-count =
    { $count ->
        [one] { $count } open taak
       *[other] { $count } open taken
    }
desk-paused = Er worden nu geen mails verstuurd, omdat de mailprovider ze niet aanneemt.
desk-more-tasks = Meer taken
desk-none-further = Geen taken op deze pagina.
desk-task = Vraagt aandacht
desk-task-not-sent = Een mail kon niet worden verstuurd
desk-task-bad-address = Het e-mailadres is ongeldig
desk-task-many-links = In deze winkel zijn zo veel links naar bestellingen aangevraagd dat er voorlopig geen meer worden gemaild. Deze bestelling was de laatste.
desk-task-bounced = Een mail is teruggekomen
desk-task-suppressed = De mailprovider verstuurt niets meer naar dit adres
desk-task-rejected = De mailprovider heeft een mail niet verstuurd
desk-task-complained = De ontvanger heeft een mail als spam gemarkeerd
desk-task-done = Klaar
desk-task-ended = Klaar.

## Emails to your people
desk-mail-invitation = Je uitnodiging voor Wismo
desk-mail-invitation-why = { $who } heeft je uitgenodigd in de werkruimte voor bestellingen en klanten. De link werkt een week.
desk-mail-invitation-do = Uitnodiging accepteren
desk-mail-invitation-not = Weet je niet wie dit is? Dan kun je deze mail negeren.
desk-mail-reset = Stel een nieuw wachtwoord in
desk-mail-reset-why = Iemand heeft een nieuw wachtwoord voor je werkruimte aangevraagd. De link werkt een uur.
desk-mail-reset-do = Nieuw wachtwoord instellen
desk-mail-reset-not = Was jij dit niet? Negeer deze mail dan: je wachtwoord blijft zoals het is.

## What is wrong with a field
desk-missing = Vul dit in.
desk-text-wrong = De tekst is te lang.
desk-text-characters = De tekst bevat tekens die niet kunnen worden gebruikt. Typ hem opnieuw of plak hem als platte tekst.
desk-day-wrong = Vul een datum in, zoals 2026-12-24.
desk-quantity-wrong = Vul een aantal in, niet meer dan er is besteld.
desk-amount-wrong = Vul een bedrag in, zoals 12,50.
desk-nothing-changed = Er is niets veranderd. Misschien was het al gedaan.
desk-choice-wrong = Kies een van de opties.
