# Every id here begins with "desk-"; what each is for stands in en/desk.ftl.

## Around every page
desk-skip = Hoppa till innehållet
desk-entries = Arbetsyta
desk-menu = Meny
desk-sign-out = Logga ut
desk-today = I dag
desk-people = Team
desk-keys = API-nycklar
desk-record = Aktivitetslogg
desk-save = Spara
desk-cancel = Avbryt
desk-older = Äldre poster
desk-wrong = Kontrollera det här:
desk-not-found = Här finns ingenting
desk-not-found-why = Sidan finns inte, eller så har din roll inte tillgång till den.
desk-moment-today = i dag kl. { $time }
desk-moment-yesterday = i går kl. { $time }

## Signing in
desk-sign-in = Logga in
desk-sign-in-again = Du har loggats ut. Logga in, så sparas det du skrev.
desk-sign-in-files = Du har loggats ut. Logga in, så visas det du skrev igen. Välj sedan dina filer på nytt: de har inte sparats.
desk-address = Mejladress
desk-password = Lösenord
desk-forgot = Har du glömt lösenordet?
desk-sign-in-wrong = Mejladressen och lösenordet stämmer inte överens.
desk-password-wrong = Det här är inte ditt lösenord.
desk-too-many = För många försök. Försök igen om en timme eller välj ett nytt lösenord.
desk-busy = Det är för många som loggar in just nu. Försök igen om en minut.
desk-code = Ange din kod
desk-code-why = Ditt lösenord stämmer. Öppna nu din autentiseringsapp.
desk-code-label = Kod
desk-code-hint = Sex siffror eller en av dina återställningskoder.
desk-code-wrong = Koden är ogiltig eller har redan använts.
desk-confirm = Bekräfta att det är du
desk-confirm-why = Det du är på väg att göra är känsligt. Ange ditt lösenord igen för att fortsätta.

## The first owner, invitations, forgotten passwords
desk-setup = Konfigurera din arbetsyta
desk-setup-why = Bli ägare till den här arbetsytan. Sedan kan du bjuda in andra.
desk-setup-key = Installationsnyckel
desk-setup-key-hint = Värdet på desk_api_key. Du får det av den som driftar Wismo.
desk-setup-key-wrong = Det här är inte installationsnyckeln.
desk-setup-do = Bli ägare
desk-name = Namn
desk-name-hint = Så som dina kollegor känner dig.
desk-name-wrong = Ange ett namn på högst 100 tecken.
desk-name-taken = En kollega har redan det här namnet. Lägg till något som skiljer er åt.
desk-address-wrong = Ange en mejladress, till exempel ada@example.com.
desk-new-password = Nytt lösenord
desk-new-password-hint = Minst 12 tecken. Några ord som inte hör ihop är lätta att komma ihåg.
desk-password-short = Lösenordet måste ha minst 12 tecken.
desk-password-long = Lösenordet får ha högst 256 tecken.
desk-password-common = Det här lösenordet är för lätt att gissa.
desk-password-personal = Lösenordet får inte vara din adress, ditt namn eller namnet på en butik.
desk-invitation = Välkommen
desk-invitation-why = Du har bjudits in till den här arbetsytan. Du kommer att logga in som { $address }.
desk-invitation-do = Kom i gång
desk-welcome-back = Välkommen tillbaka, { $name }
desk-reset = Välj ett nytt lösenord
desk-reset-why = För { $address }. Du loggas ut överallt.
desk-reset-do = Spara lösenordet
desk-reset-done = Ditt nya lösenord är sparat. Logga in med det.
desk-forgot-why = Ange din mejladress så skickar vi en länk där du kan välja ett nytt lösenord. Den fungerar i en timme.
desk-forgot-do = Skicka länken
desk-forgot-sent = Om det finns ett konto med den här adressen är länken på väg.
desk-void = Den här länken fungerar inte längre
desk-void-why = Den har redan använts eller är för gammal. Begär en ny.

## Your own account
desk-me = Ditt konto
desk-profile = Profil
desk-language = Språk
desk-language-browser = Som i din webbläsare
desk-signature = Signatur
desk-signature-hint = De sista raderna i mejlen som du skriver till kunder.
desk-shortcuts = Kortkommandon
desk-shortcuts-hint = Genvägar med en enda tangent, till exempel / för att söka. Tryck på ? för att se alla. Stäng av dem om de stör röststyrning.
desk-shortcuts-next = Nästa rad i en lista
desk-shortcuts-previous = Föregående rad i en lista
desk-shortcuts-list = Visa den här listan
desk-shortcuts-off = Stäng av på ditt konto
desk-shortcuts-close = Stäng
desk-saved = Sparat.
desk-password-why = Om du väljer ett nytt lösenord loggas du ut på alla andra enheter.
desk-password-set = Ditt nya lösenord är sparat. Du har loggats ut på alla andra enheter.
desk-second-factor = Tvåstegsverifiering
desk-second-factor-on = När du loggar in får du ange en kod från din autentiseringsapp.
desk-second-factor-off = Utan tvåstegsverifiering räcker det med bara lösenordet för att logga in.
desk-second-factor-set-up = Aktivera
desk-second-factor-from = Krävs av alla från och med
desk-second-factor-from-hint = Lämna fältet tomt om man får logga in utan. Från och med den här dagen måste den som saknar tvåstegsverifiering först aktivera den.
desk-second-factor-needed = Du behöver tvåstegsverifiering för att komma vidare: aktivera den nedan.
desk-second-factor-soon = Från och med { $day } krävs tvåstegsverifiering. Aktivera den nedan.
desk-second-factor-remove = Stäng av
desk-second-factor-set = Tvåstegsverifieringen är aktiverad.
desk-second-factor-removed = Tvåstegsverifieringen är avstängd.
desk-enrol = Konfigurera din autentiseringsapp
desk-enrol-scan = Skanna den här bilden med din autentiseringsapp.
desk-enrol-picture = QR-kod för din autentiseringsapp
desk-enrol-type = Eller ange den här nyckeln i appen:
desk-enrol-code = De sex siffrorna som appen visar
desk-enrol-do = Aktivera
desk-recovery = Dina återställningskoder
desk-recovery-why = Om du tappar bort telefonen kan du logga in med en av de här koderna. Varje kod fungerar en gång. Skriv ut eller anteckna dem: de visas bara nu.
desk-recovery-kept = Jag har sparat dem
desk-sessions = Här är du inloggad
desk-session-this = den här enheten
desk-session-browser = { $browser } på { $system }
desk-session-end = Logga ut
desk-sessions-end = Logga ut överallt
desk-another-device = Logga in på en annan enhet
desk-another-device-why = Skanna bilden med din telefon så loggas du in där. Den fungerar en gång, inom en timme. Den som har bilden loggar in som du: visa den inte för någon.
desk-another-device-picture = QR-kod med länken
desk-another-device-type = Eller öppna den här länken där:
desk-session-ended = Enheten har loggats ut.
desk-session-none = Enheten var redan utloggad.

## People
desk-invite = Bjud in någon
desk-invite-why = Personen får ett mejl med en länk för att välja ett lösenord. Länken fungerar i en vecka.
desk-invite-do = Skicka inbjudan
desk-invite-again = Skicka inbjudan igen
desk-invite-sent = Inbjudan är på väg.
desk-invite-not-sent = Inbjudan kunde inte skickas. Kontrollera mejlinställningarna och skicka den igen.
desk-invite-known = Det finns redan ett konto med den här adressen.
desk-invite-elsewhere = Den här adressen kan inte bjudas in härifrån. Fråga en ägare som ser alla butiker.
desk-invited = Inbjuden
desk-suspended = Spärrad
desk-has-second-factor = Med tvåstegsverifiering
desk-no-second-factor = Utan tvåstegsverifiering
desk-last-sign-in = Senaste inloggning:
desk-role = Roll
desk-role-owner = Ägare
desk-role-owner-hint = Ser och gör allt och bjuder in andra.
desk-role-agent = Handläggare
desk-role-agent-hint = Tar hand om kunder och beställningar.
desk-role-viewer = Läsare
desk-role-viewer-hint = Ser allt utom mejlens text, ändrar ingenting.
desk-rights = Fler behörigheter
desk-right-export = Får exportera kunduppgifter
desk-right-erase = Får radera kunduppgifter
desk-shops = Butiker
desk-shops-all = Alla butiker
desk-access = Vad personen får göra
desk-access-saved = Sparat. Personen måste logga in igen.
desk-access-too-much = Du kan inte ge fler behörigheter än du själv har.
desk-take-second-factor-why = Om personen har tappat bort både telefonen och återställningskoderna kan du stänga av tvåstegsverifieringen. Försäkra dig om att det verkligen är rätt person.
desk-take-second-factor = Stäng av tvåstegsverifieringen
desk-second-factor-taken = Personens tvåstegsverifiering är avstängd.
desk-suspend-why = Personen loggas ut direkt och kan inte logga in förrän du tillåter det.
desk-suspend = Spärra
desk-suspend-done = Personen kan inte längre logga in.
desk-reinstate = Tillåt inloggning igen
desk-reinstate-done = Personen kan logga in igen.
desk-person-fixed = Du kan inte ändra vad personen får göra.
desk-somebody = Någon

## The record
desk-record-empty = Ingenting har loggats ännu.
desk-did-set-up = { $who } blev ägare med installationsnyckeln
desk-did-join = { $who } accepterade inbjudan
desk-did-sign-in = { $who } loggade in
desk-did-recover = { $who } loggade in med en återställningskod
desk-did-sign-in-by-link = { $who } loggade in med en länk
desk-did-password = { $who } valde ett nytt lösenord
desk-did-reset = { $who } valde ett nytt lösenord via mejl
desk-did-second-factor = { $who } aktiverade tvåstegsverifiering
desk-did-no-second-factor = { $who } stängde av sin egen tvåstegsverifiering
desk-did-end-sessions = { $who } loggade ut överallt
desk-did-invite = { $who } bjöd in { $what }
desk-did-access = { $who } ändrade vad { $what } får göra
desk-did-suspend = { $who } spärrade { $what }
desk-did-reinstate = { $who } lät { $what } logga in igen
desk-did-take-second-factor = { $who } stängde av tvåstegsverifieringen för { $what }
desk-did-require-second-factor = { $who } gjorde tvåstegsverifiering obligatorisk för alla från och med { $what }
desk-did-lift-second-factor = { $who } gjorde tvåstegsverifiering frivillig
desk-did-make-key = { $who } skapade API-nyckeln ”{ $what }”
desk-did-revoke-key = { $who } återkallade API-nyckeln ”{ $what }”
desk-did-change-settings = { $who } ändrade inställningarna för butiken ”{ $what }”

## API keys
desk-keys-why = Program använder arbetsytans API med en nyckel. Varje nyckel har en roll, precis som en person.
desk-key-make = Skapa en nyckel
desk-key-name = Namn
desk-key-name-hint = Vad nyckeln ska användas till, till exempel programmets namn.
desk-key-made = Skapad:
desk-key-used = Senast använd:
desk-key-unused = Aldrig använd
desk-key-revoke = Återkalla
desk-key-revoked = Nyckeln fungerar inte längre.
desk-key-new = Din nya nyckel
desk-key-new-why = Kopiera den nu: den visas bara en gång.
desk-key-kept = Jag har kopierat den

## Today
desk-nothing-to-do = Inget att göra. Allt är som det ska.
desk-task-count =
    { $count ->
        [one] { $count } öppen uppgift
       *[other] { $count } öppna uppgifter
    }
desk-paused = Inga mejl skickas just nu, eftersom mejlleverantören inte tar emot dem.
desk-more-tasks = Fler uppgifter
desk-none-further = Inga uppgifter på den här sidan.
desk-task = Behöver ses över
desk-task-not-sent = Ett mejl kunde inte skickas
desk-task-bad-address = Mejladressen är ogiltig
desk-task-many-links = Så många länkar till beställningar har begärts i den här butiken att inga fler mejlas tills vidare. Den här beställningen var den sista.
desk-task-bounced = Ett mejl kom i retur
desk-task-suppressed = Mejlleverantören skickar inte längre till den här adressen
desk-task-rejected = Ett mejl skickades inte av mejlleverantören
desk-task-complained = Mottagaren markerade ett mejl som skräppost
desk-task-done = Klart
desk-task-ended = Klart.

## Emails to your people
desk-mail-invitation = Din inbjudan till Wismo
desk-mail-invitation-why = { $who } har bjudit in dig till arbetsytan där beställningar och kunder tas om hand. Länken fungerar i en vecka.
desk-mail-invitation-do = Acceptera inbjudan
desk-mail-invitation-not = Om du inte vet vem det är kan du bortse från det här mejlet.
desk-mail-reset = Välj ett nytt lösenord
desk-mail-reset-why = Någon har begärt ett nytt lösenord till din arbetsyta. Länken fungerar i en timme.
desk-mail-reset-do = Välj ett nytt lösenord
desk-mail-reset-not = Om det inte var du kan du bortse från det här mejlet: ditt lösenord ändras inte.

## What is wrong with a field
desk-missing = Fyll i det här.
desk-text-wrong = Texten är för lång.
desk-text-characters = Texten innehåller tecken som inte kan användas. Skriv den igen eller klistra in den som ren text.
desk-day-wrong = Ange ett datum, till exempel 2026-12-24.
desk-quantity-wrong = Ange ett antal, högst så många som har beställts.
desk-amount-wrong = Ange ett belopp, till exempel 12,50.
desk-nothing-changed = Ingenting har ändrats. Kanske var det redan gjort.
desk-choice-wrong = Välj ett av alternativen.
