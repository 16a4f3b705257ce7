# Every id here begins with "desk-"; what each is for stands in en/desk.ftl.

## Around every page
desk-skip = Aller au contenu
desk-entries = Espace de travail
desk-menu = Menu
desk-sign-out = Se déconnecter
desk-today = Aujourd’hui
desk-people = Équipe
desk-keys = Clés API
desk-record = Journal
desk-save = Enregistrer
desk-cancel = Annuler
desk-older = Entrées plus anciennes
desk-wrong = À vérifier :
desk-not-found = Il n’y a rien ici
desk-not-found-why = Cette page n’existe pas, ou votre rôle n’y donne pas accès.
desk-moment-today = aujourd’hui à { $time }
desk-moment-yesterday = hier à { $time }

## Signing in
desk-sign-in = Se connecter
desk-sign-in-again = Votre session a pris fin. Connectez-vous, et ce que vous avez écrit sera enregistré.
desk-sign-in-files = Votre session a pris fin. Connectez-vous, et ce que vous avez écrit s’affichera de nouveau. Choisissez ensuite vos fichiers encore une fois : ils n’ont pas été conservés.
desk-address = Adresse e-mail
desk-password = Mot de passe
desk-forgot = Mot de passe oublié ?
desk-sign-in-wrong = L’adresse e-mail et le mot de passe ne correspondent pas.
desk-password-wrong = Ce n’est pas votre mot de passe.
desk-too-many = Trop de tentatives. Réessayez dans une heure ou définissez un nouveau mot de passe.
desk-busy = Trop de personnes se connectent en ce moment. Réessayez dans une minute.
desk-code = Saisir le code
desk-code-why = Votre mot de passe est correct. Ouvrez maintenant votre application d’authentification.
desk-code-label = Code
desk-code-hint = Six chiffres, ou l’un de vos codes de récupération.
desk-code-wrong = Ce code n’est pas valide ou a déjà été utilisé.
desk-confirm = Confirmer votre identité
desk-confirm-why = Vous allez effectuer une action sensible. Saisissez à nouveau votre mot de passe pour continuer.

## The first owner, invitations, forgotten passwords
desk-setup = Configurer votre espace de travail
desk-setup-why = Devenez propriétaire de cet espace de travail. Vous pourrez ensuite inviter d’autres personnes.
desk-setup-key = Clé d’installation
desk-setup-key-hint = La valeur de desk_api_key, à demander à la personne qui gère Wismo.
desk-setup-key-wrong = Ce n’est pas la clé d’installation.
desk-setup-do = Devenir propriétaire
desk-name = Nom
desk-name-hint = Celui sous lequel vos collègues vous connaissent.
desk-name-wrong = Saisissez un nom de 100 caractères au maximum.
desk-name-taken = Un collègue porte déjà ce nom. Ajoutez de quoi vous distinguer.
desk-address-wrong = Saisissez une adresse e-mail, par exemple ada@example.com.
desk-new-password = Nouveau mot de passe
desk-new-password-hint = Au moins 12 caractères. Quelques mots sans rapport entre eux sont faciles à retenir.
desk-password-short = Le mot de passe doit contenir au moins 12 caractères.
desk-password-long = Le mot de passe ne peut pas dépasser 256 caractères.
desk-password-common = Ce mot de passe est trop facile à deviner.
desk-password-personal = Le mot de passe ne doit être ni votre adresse, ni votre nom, ni le nom d’une boutique.
desk-invitation = Bienvenue
desk-invitation-why = Vous avez reçu une invitation à rejoindre cet espace de travail. Vous vous connecterez avec { $address }.
desk-invitation-do = Commencer
desk-welcome-back = Bon retour, { $name }
desk-reset = Définir un nouveau mot de passe
desk-reset-why = Pour { $address }. Toutes vos sessions seront fermées.
desk-reset-do = Définir le mot de passe
desk-reset-done = Votre nouveau mot de passe est enregistré. Utilisez-le pour vous connecter.
desk-forgot-why = Saisissez votre adresse e-mail, et nous vous enverrons un lien pour définir un nouveau mot de passe. Il est valable une heure.
desk-forgot-do = Envoyer le lien
desk-forgot-sent = Si un compte est associé à cette adresse, le lien vient d’être envoyé.
desk-void = Ce lien ne fonctionne plus
desk-void-why = Il a déjà été utilisé ou il est trop ancien. Demandez-en un nouveau.

## Your own account
desk-me = Votre compte
desk-profile = Profil
desk-language = Langue
desk-language-browser = Comme dans votre navigateur
desk-signature = Signature
desk-signature-hint = Les dernières lignes des e-mails que vous écrivez aux clients.
desk-shortcuts = Raccourcis clavier
desk-shortcuts-hint = Des raccourcis d’une seule touche, comme / pour la recherche. Appuyez sur ? pour les voir tous. Désactivez-les s’ils gênent la commande vocale.
desk-shortcuts-next = Ligne suivante d’une liste
desk-shortcuts-previous = Ligne précédente d’une liste
desk-shortcuts-list = Afficher cette liste
desk-shortcuts-off = Désactiver dans votre compte
desk-shortcuts-close = Fermer
desk-saved = Enregistré.
desk-password-why = Si vous définissez un nouveau mot de passe, vos sessions seront fermées sur tous les autres appareils.
desk-password-set = Votre nouveau mot de passe est enregistré. Vos sessions ont été fermées sur tous les autres appareils.
desk-second-factor = Double authentification
desk-second-factor-on = À chaque connexion, un code de votre application d’authentification vous est demandé.
desk-second-factor-off = Sans double authentification, votre mot de passe suffit à lui seul pour vous connecter.
desk-second-factor-set-up = Configurer
desk-second-factor-from = Obligatoire pour tous à partir du
desk-second-factor-from-hint = Laissez ce champ vide si l’on peut se connecter sans. À partir de ce jour, toute personne qui ne l’a pas devra d’abord la configurer.
desk-second-factor-needed = La double authentification est nécessaire pour continuer : configurez-la ci-dessous.
desk-second-factor-soon = À partir du { $day }, la double authentification sera obligatoire. Configurez-la ci-dessous.
desk-second-factor-remove = Désactiver
desk-second-factor-set = La double authentification est configurée.
desk-second-factor-removed = La double authentification est désactivée.
desk-enrol = Configurer votre application d’authentification
desk-enrol-scan = Scannez cette image avec votre application d’authentification.
desk-enrol-picture = Code QR pour votre application d’authentification
desk-enrol-type = Ou saisissez cette clé dans l’application :
desk-enrol-code = Les six chiffres affichés par l’application
desk-enrol-do = Configurer
desk-recovery = Vos codes de récupération
desk-recovery-why = Si vous perdez votre téléphone, vous pourrez vous connecter avec l’un de ces codes. Chacun ne fonctionne qu’une fois. Imprimez-les ou notez-les : ils ne seront plus affichés.
desk-recovery-kept = Je les ai conservés
desk-sessions = Appareils connectés
desk-session-this = cet appareil
desk-session-browser = { $browser } sur { $system }
desk-session-end = Déconnecter
desk-sessions-end = Se déconnecter partout
desk-another-device = Se connecter sur un autre appareil
desk-another-device-why = Scannez cette image avec votre téléphone pour vous y connecter. Elle fonctionne une seule fois, dans l’heure. Quiconque la possède se connecte en votre nom : ne la montrez à personne.
desk-another-device-picture = Code QR du lien
desk-another-device-type = Ou ouvrez-y ce lien :
desk-session-ended = L’appareil est déconnecté.
desk-session-none = Cet appareil était déjà déconnecté.

## People
desk-invite = Inviter quelqu’un
desk-invite-why = Cette personne recevra un e-mail avec un lien pour définir un mot de passe. Le lien est valable une semaine.
desk-invite-do = Envoyer l’invitation
desk-invite-again = Renvoyer l’invitation
desk-invite-sent = L’invitation vient d’être envoyée.
desk-invite-not-sent = L’invitation n’a pas pu être envoyée. Vérifiez les paramètres d’envoi des e-mails, puis renvoyez-la.
desk-invite-known = Un compte existe déjà avec cette adresse.
desk-invite-elsewhere = Cette adresse ne peut pas être invitée d’ici. Adressez-vous à un propriétaire qui voit toutes les boutiques.
desk-invited = Invitation envoyée
desk-suspended = Accès suspendu
desk-has-second-factor = Avec double authentification
desk-no-second-factor = Sans double authentification
desk-last-sign-in = Dernière connexion :
desk-role = Rôle
desk-role-owner = Propriétaire
desk-role-owner-hint = Voit tout, peut tout faire et invite d’autres personnes.
desk-role-agent = Agent
desk-role-agent-hint = S’occupe des clients et des commandes.
desk-role-viewer = Lecteur
desk-role-viewer-hint = Voit tout sauf le texte des e-mails, ne modifie rien.
desk-rights = Droits supplémentaires
desk-right-export = Peut exporter les données des clients
desk-right-erase = Peut effacer les données des clients
desk-shops = Boutiques
desk-shops-all = Toutes les boutiques
desk-access = Ce que cette personne peut faire
desk-access-saved = Enregistré. Cette personne doit se reconnecter.
desk-access-too-much = Vous ne pouvez pas accorder plus de droits que vous n’en avez.
desk-take-second-factor-why = Si cette personne a perdu son téléphone et ses codes de récupération, vous pouvez désactiver sa double authentification. Assurez-vous que c’est bien elle.
desk-take-second-factor = Désactiver la double authentification
desk-second-factor-taken = La double authentification de cette personne est désactivée.
desk-suspend-why = Cette personne sera immédiatement déconnectée et ne pourra pas se reconnecter tant que vous ne l’y autoriserez pas.
desk-suspend = Suspendre l’accès
desk-suspend-done = Cette personne ne peut plus se connecter.
desk-reinstate = Autoriser à nouveau la connexion
desk-reinstate-done = Cette personne peut à nouveau se connecter.
desk-person-fixed = Vous ne pouvez pas modifier ce que cette personne peut faire.
desk-somebody = Quelqu’un

## The record
desk-record-empty = Rien n’a encore été consigné.
desk-did-set-up = { $who } a pris le rôle de propriétaire avec la clé d’installation
desk-did-join = { $who } a accepté l’invitation
desk-did-sign-in = { $who } a ouvert une session
desk-did-recover = { $who } a ouvert une session avec un code de récupération
desk-did-sign-in-by-link = { $who } a ouvert une session par un lien
desk-did-password = { $who } a défini un nouveau mot de passe
desk-did-reset = { $who } a défini un nouveau mot de passe par e-mail
desk-did-second-factor = { $who } a configuré la double authentification
desk-did-no-second-factor = { $who } a désactivé sa double authentification
desk-did-end-sessions = { $who } a fermé toutes ses sessions
desk-did-invite = { $who } a invité { $what }
desk-did-access = { $who } a modifié les droits accordés à { $what }
desk-did-suspend = { $who } a suspendu { $what }
desk-did-reinstate = { $who } a de nouveau autorisé { $what } à se connecter
desk-did-take-second-factor = { $who } a désactivé la double authentification pour { $what }
desk-did-require-second-factor = { $who } a rendu la double authentification obligatoire pour tous à partir du { $what }
desk-did-lift-second-factor = { $who } a rendu la double authentification facultative
desk-did-make-key = { $who } a créé la clé API « { $what } »
desk-did-revoke-key = { $who } a révoqué la clé API « { $what } »
desk-did-change-settings = { $who } a modifié les paramètres de la boutique « { $what } »

## API keys
desk-keys-why = Les programmes utilisent l’API de l’espace de travail avec une clé. Chaque clé a un rôle, comme une personne.
desk-key-make = Créer une clé
desk-key-name = Nom
desk-key-name-hint = À quoi sert la clé, par exemple le nom du programme.
desk-key-made = Création :
desk-key-used = Dernière utilisation :
desk-key-unused = Jamais utilisée
desk-key-revoke = Révoquer
desk-key-revoked = La clé ne fonctionne plus.
desk-key-new = Votre nouvelle clé
desk-key-new-why = Copiez-la maintenant : elle ne s’affiche qu’une seule fois.
desk-key-kept = Je l’ai copiée

## Today
desk-nothing-to-do = Rien à faire. Tout va bien.
desk-task-count =
    { $count ->
        [one] { $count } tâche ouverte
        [many] { $count } de tâches ouvertes
       *[other] { $count } tâches ouvertes
    }
desk-paused = Aucun e-mail n’est envoyé en ce moment, car le service de messagerie ne les accepte pas.
desk-more-tasks = Autres tâches
desk-none-further = Aucune tâche sur cette page.
desk-task = À examiner
desk-task-not-sent = Un e-mail n’a pas pu être envoyé
desk-task-bad-address = L’adresse e-mail n’est pas valide
desk-task-many-links = Tant de liens vers des commandes ont été demandés dans cette boutique qu’aucun autre n’est envoyé pour l’instant. Cette commande était la dernière.
desk-task-bounced = Un e-mail est revenu
desk-task-suppressed = Le service de messagerie n’envoie plus rien à cette adresse
desk-task-rejected = Un e-mail n’a pas été envoyé par le service de messagerie
desk-task-complained = Le destinataire a marqué un e-mail comme indésirable
desk-task-done = Terminé
desk-task-ended = Terminé.

## Emails to your people
desk-mail-invitation = Votre invitation à Wismo
desk-mail-invitation-why = { $who } vous invite à rejoindre l’espace de travail où l’on s’occupe des commandes et des clients. Le lien est valable une semaine.
desk-mail-invitation-do = Accepter l’invitation
desk-mail-invitation-not = Si vous ne savez pas de qui il s’agit, vous pouvez ignorer cet e-mail.
desk-mail-reset = Définir un nouveau mot de passe
desk-mail-reset-why = Quelqu’un a demandé un nouveau mot de passe pour votre espace de travail. Le lien est valable une heure.
desk-mail-reset-do = Définir un nouveau mot de passe
desk-mail-reset-not = Si ce n’était pas vous, ignorez cet e-mail : votre mot de passe reste inchangé.

## What is wrong with a field
desk-missing = Remplissez ce champ.
desk-text-wrong = Le texte est trop long.
desk-text-characters = Le texte contient des caractères inutilisables. Saisissez-le à nouveau ou collez-le sans mise en forme.
desk-day-wrong = Saisissez une date, par exemple 2026-12-24.
desk-quantity-wrong = Saisissez un nombre, au plus la quantité commandée.
desk-amount-wrong = Saisissez un montant, par exemple 12,50.
desk-nothing-changed = Rien n’a changé. C’était peut-être déjà fait.
desk-choice-wrong = Choisissez l’une de ces options.
