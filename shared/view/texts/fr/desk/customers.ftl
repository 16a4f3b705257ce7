# Every id here begins with "desk-customers-"; what each is for stands in en/desk/customers.ftl.

## The list
desk-customers-title = Clients
desk-customers-none = Il n’y a pas encore de clients. Ils apparaîtront ici dès leur première commande.
desk-customers-older = Clients plus anciens
desk-customers-shop = Boutique
desk-customers-show = Afficher
desk-customers-since = Première fois :

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
desk-customers-as-of = Au
desk-customers-order-from-stock = Commande sur stock
desk-customers-pre-order = Précommande

## Who gets which emails
desk-customers-mails = E-mails
desk-customers-no-mails = Ce client ne souhaite pas recevoir d’e-mails sur ses commandes.
desk-customers-no-address = Aucune adresse e-mail n’est connue.
desk-customers-role-customer = Reçoit les e-mails sur les commandes.
desk-customers-role-admin = Reçoit une copie de chaque e-mail.
desk-customers-role-billing = Reçoit des copies sur les factures, les avoirs et les remboursements.
desk-customers-role-delivery = Reçoit des copies sur les livraisons.
desk-customers-own-recipients = Les règles de cette boutique prévoient d’autres destinataires pour certains e-mails.
desk-customers-bounced = Ne reçoit pas d’e-mails : l’un d’eux est revenu et reviendra toujours.
desk-customers-refused = Ne reçoit pas d’e-mails : le service de messagerie n’envoie rien à cette adresse.
desk-customers-complained = Ne reçoit pas d’e-mails : le destinataire en a marqué un comme indésirable.
desk-customers-unsubscribed = Ne reçoit pas d’e-mails : le destinataire s’est désinscrit auprès du service de messagerie.
desk-customers-lift = Envoyer de nouveau des e-mails
desk-customers-lifted = Cette adresse reçoit de nouveau les e-mails.

## The account
desk-customers-account = Compte
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
desk-customers-watch-text = Raison
desk-customers-watch-hint = Vos collègues la voient sur chaque commande de ce client et reçoivent une tâche à chaque nouvelle commande. Le client ne la voit jamais.
desk-customers-watch-day = Dernier jour
desk-customers-watch-day-hint = Laissez ce champ vide s’il n’y a pas de fin.
desk-customers-day-wrong = Saisissez un jour qui n’est pas encore passé.
desk-customers-watch-until = jusqu’au { $day }
desk-customers-watch-do = Mettre sur la liste de surveillance
desk-customers-watch-lift = Retirer de la liste de surveillance
desk-customers-watched = Le client est sur la liste de surveillance.
desk-customers-watch-lifted = Le client n’est plus sur la liste de surveillance.

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
desk-customers-task-watch = Un client de la liste de surveillance a passé commande
desk-customers-task-mentioned = Un collègue est nommé dans une remarque
desk-customers-task-overdue = La date promise est passée et il manque encore quelque chose
desk-customers-task-silent = Les webhooks de la boutique n’arrivent plus depuis anormalement longtemps : vérifiez dans l’administration de la boutique qu’ils sont encore activés
desk-customers-task-yours = À vous
desk-customers-task-owner = { $name } s’en occupe
desk-customers-task-take = Prendre
desk-customers-task-hand = Transmettre
desk-customers-task-hand-to = Collègue
desk-customers-task-hand-do = Transmettre
desk-customers-task-taken = La tâche est à vous.
desk-customers-task-handed = La tâche est transmise.
desk-customers-task-lost = Quelqu’un a été plus rapide, ou la tâche est terminée.
