# Every id here begins with "desk-customers-"; what each is for stands in en/desk/customers.ftl.

## The list
desk-customers-title = Clients
desk-customers-none = Il n’y a pas encore de clients. Ils apparaîtront ici dès leur première commande.
desk-customers-older = Clients plus anciens
desk-customers-shop = Boutique
desk-customers-show = Afficher
desk-customers-since = Première apparition :

## The kinds of customers
desk-customers-customer = Client
desk-customers-guest = Invité
desk-customers-public = Client particulier
desk-customers-retailer = Revendeur
desk-customers-agent = Agent commercial

## What the shop says of a customer: labels
desk-customers-about = À propos de ce client
desk-customers-id = Numéro de client
desk-customers-trading-name = Nom commercial
desk-customers-channel = Canal de vente
desk-customers-group = Groupe de clients
desk-customers-price-list = Liste de prix
desk-customers-language = Langue
desk-customers-terms = Conditions de paiement
desk-customers-before-dispatch = Paiement avant expédition
desk-customers-bank = Compte bancaire
desk-customers-accounts-id = Numéro en comptabilité
desk-customers-subs = Commande pour
desk-customers-yes = Oui
desk-customers-no = Non
desk-customers-as-of = Mise à jour :
desk-customers-order-from-stock = Commande sur stock
desk-customers-pre-order = Précommande

## Who gets which emails
desk-customers-mails = E-mails
desk-customers-no-mails = Ce client ne souhaite pas recevoir d’e-mails sur ses commandes.
desk-customers-no-address = Aucune adresse e-mail n’est connue.
desk-customers-role-customer = Reçoit les e-mails sur les commandes.
desk-customers-role-admin = Reçoit une copie de chaque e-mail.
desk-customers-role-billing = Reçoit une copie des e-mails sur les factures, les avoirs et les remboursements.
desk-customers-role-delivery = Reçoit une copie des e-mails sur les livraisons.
desk-customers-own-recipients = Les règles de cette boutique prévoient d’autres destinataires pour certains e-mails.
desk-customers-bounced = Ne reçoit pas d’e-mails : un e-mail est revenu, car l’adresse ne fonctionne pas.
desk-customers-refused = Ne reçoit pas d’e-mails : le service de messagerie n’envoie rien à cette adresse.
desk-customers-complained = Ne reçoit pas d’e-mails : le destinataire a marqué un e-mail comme indésirable.
desk-customers-unsubscribed = Ne reçoit pas d’e-mails : le destinataire s’est désabonné auprès du service de messagerie.
desk-customers-lift = Envoyer de nouveau des e-mails
desk-customers-lifted = Cette adresse reçoit de nouveau les e-mails.

## The account
desk-customers-account = Compte client
desk-customers-balance = Solde
desk-customers-invoices = Dernières factures
desk-customers-payments = Derniers paiements
desk-customers-open = { $amount } restant dû
desk-customers-due = échéance : { $day }

## Orders
desk-customers-orders = Commandes
desk-customers-no-orders = Aucune commande.
desk-customers-as-guest = Commandé en tant qu’invité avec la même adresse
desk-customers-older-orders = Commandes plus anciennes

## The watch list
desk-customers-watch = Sur la liste de surveillance
desk-customers-watch-title = Liste de surveillance
desk-customers-watch-text = Motif
desk-customers-watch-hint = Vos collègues le voient sur chaque commande de ce client et reçoivent une tâche à chaque nouvelle commande. Le client ne le voit jamais.
desk-customers-watch-day = Dernier jour
desk-customers-watch-day-hint = Laissez ce champ vide s’il n’y a pas de date de fin.
desk-customers-day-wrong = Saisissez un jour qui n’est pas encore passé.
desk-customers-watch-until = jusqu’au { $day }
desk-customers-watch-do = Mettre sur la liste de surveillance
desk-customers-watch-lift = Retirer de la liste de surveillance
desk-customers-watched = Le client est sur la liste de surveillance.
desk-customers-watch-lifted = Le client n’est plus sur la liste de surveillance.

## Joining two customers
desk-customers-join = Fusionner avec un autre client
desk-customers-join-with = L’autre client
desk-customers-join-with-hint = Saisissez un numéro de client, une adresse e-mail ou une partie d’un nom.
desk-customers-join-find = Rechercher
desk-customers-join-choose = Clients trouvés
desk-customers-join-compare = Comparer
desk-customers-join-none = Aucun autre client de cette boutique n’a été trouvé. Vérifiez votre saisie.
desk-customers-join-same = Ces deux clients sont déjà une seule personne.
desk-customers-join-many = Dix clients au plus peuvent être fusionnés en une personne.
desk-customers-join-overtaken = Un collègue vient de fusionner l’un des deux avec quelqu’un d’autre. Consultez à nouveau les deux.
desk-customers-join-check = Ces deux clients sont-ils la même personne ?
desk-customers-notes-count =
    { $count ->
        [one] { $count } remarque
        [many] { $count } de remarques
       *[other] { $count } remarques
    }
desk-customers-join-happens = Ce qui se passe si vous les fusionnez
desk-customers-join-effect-page = Ils ont une page commune, avec les commandes, les adresses e-mail et les remarques des deux. Si l’un est sur la liste de surveillance, les deux le sont. La recherche ne les affiche qu’une fois.
desk-customers-join-effect-mails = Les destinataires des e-mails ne changent pas : chaque commande garde son client, son adresse et sa langue.
desk-customers-join-effect-private = Cela ne concerne que vous et vos collègues : les clients ne remarquent rien, et aucun ne voit les commandes de l’autre.
desk-customers-join-effect-undo = Vous pouvez annuler à tout moment. Chacun redevient alors comme avant, et ce qui s’est ajouté depuis reste au client concerné.
desk-customers-join-stays-no = Ces clients ne reçoivent aucun e-mail, et cela ne change pas
desk-customers-join-stands = Quel nom, quelles adresses et quelle langue viennent en premier ?
desk-customers-join-stands-hint = Les nouvelles remarques vont à ce client. Ce que l’on sait de l’autre reste aussi sur la page.
desk-customers-join-do = Fusionner
desk-customers-joined = Les clients sont fusionnés : voici leur page commune.
desk-customers-joined-records = Clients fusionnés
desk-customers-joined-why = Pour vous et vos collègues, ils sont une seule personne. Dans la boutique et pour les e-mails, chacun reste un client distinct.
desk-customers-joined-by = Fusionnés par { $name }
desk-customers-joined-into = Avec :
desk-customers-separate = Annuler la fusion
desk-customers-separate-hint = Chaque client redevient comme avant. Les commandes et les remarques ajoutées depuis restent au client concerné.
desk-customers-separated = Les clients sont de nouveau distincts.

## Notes
desk-customers-notes = Remarques
desk-customers-notes-why = Réservées à vos collègues : les clients ne les voient jamais.
desk-customers-notes-none = Aucune remarque pour l’instant.
desk-customers-notes-older = Remarques plus anciennes
desk-customers-note = Remarque
desk-customers-note-hint = Avec @ et le nom d’un collègue, vous lui confiez une tâche.
desk-customers-note-add = Ajouter la remarque
desk-customers-note-wrong = Saisissez un texte de 1 à 2 000 caractères.
desk-customers-note-edited = modifiée
desk-customers-note-change = Modifier la remarque
desk-customers-note-fixed = Seule la personne qui a écrit cette remarque peut la modifier.
desk-customers-note-remove = Supprimer la remarque
desk-customers-note-written = La remarque est enregistrée.
desk-customers-note-removed = La remarque est supprimée.
desk-customers-back = Retour

## Tasks
desk-customers-task-all = Toutes les tâches
desk-customers-task-mine = Mes tâches
desk-customers-task-none-mine = Vous n’avez aucune tâche.
desk-customers-task-customer = Page du client
desk-customers-task-urgent = Commande urgente
desk-customers-task-held = Les e-mails au sujet de la commande sont retenus
desk-customers-task-watch = Un client de la liste de surveillance a passé commande
desk-customers-task-mentioned = Un collègue est nommé dans une remarque
desk-customers-task-overdue = La date promise est passée et il manque encore quelque chose
desk-customers-task-silent = Les webhooks de la boutique n’arrivent plus depuis anormalement longtemps : vérifiez dans l’administration de la boutique qu’ils sont encore activés
desk-customers-task-yours = Votre tâche
desk-customers-task-owner = { $name } s’en occupe
desk-customers-task-take = Prendre
desk-customers-task-hand = Transmettre
desk-customers-task-hand-to = Collègue
desk-customers-task-hand-do = Transmettre
desk-customers-task-taken = La tâche est à vous.
desk-customers-task-handed = La tâche est transmise.
desk-customers-task-not-handed = La tâche n’a pas été transmise : cette personne ne peut pas avoir de tâches de la boutique. Choisissez quelqu’un d’autre.
desk-customers-task-lost = Quelqu’un a été plus rapide, ou la tâche est terminée.
