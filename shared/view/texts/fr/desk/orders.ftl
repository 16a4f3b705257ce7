# Every id here begins with "desk-orders-"; what each is for stands in en/desk/orders.ftl.
desk-orders = Commandes
desk-orders-shop = Boutique
desk-orders-stage = Étape
desk-orders-any = Tout
desk-orders-filter = Filtrer
desk-orders-head-order = Commande
desk-orders-head-placed = Passée le
desk-orders-flag = Afficher seulement
desk-orders-late = En retard
desk-orders-held = E-mails retenus
desk-orders-urgent = Urgent
desk-orders-deleted = Supprimée dans la boutique
desk-orders-watched = Sur la liste de surveillance
desk-orders-mail-failed = Un e-mail n’est pas arrivé
desk-orders-since = Passée depuis le
desk-orders-status = Statut dans la boutique
desk-orders-number = Numéro, article ou colis
desk-orders-show = Afficher
desk-orders-all = Afficher toutes les commandes
desk-orders-none = Il n’y a pas encore de commandes.
desk-orders-none-fits = Aucune commande ne correspond aux filtres. Retirez l’un d’eux.
desk-orders-none-older = Il n’y a pas de commandes plus anciennes.
desk-orders-none-yet = Parmi les plus récentes, aucune commande ne correspond. Consultez les plus anciennes.
desk-orders-older = Commandes plus anciennes

## A status for many orders
desk-orders-select = Sélectionner la commande { $number }
desk-orders-select-all = Tout sélectionner sur cette page
desk-orders-selected =
    { $count ->
        [one] { $count } sélectionnée
        [many] { $count } sélectionnées
       *[other] { $count } sélectionnées
    }
desk-orders-bulk = Définir le statut
desk-orders-bulk-title =
    { $count ->
        [one] Définir le statut de { $count } commande
        [many] Définir le statut de { $count } de commandes
       *[other] Définir le statut de { $count } commandes
    }
desk-orders-bulk-none = Sélectionnez d’abord des commandes.
desk-orders-bulk-change =
    { $count ->
        [one] { $count } commande changerait.
        [many] { $count } de commandes changeraient.
       *[other] { $count } commandes changeraient.
    }
desk-orders-bulk-same =
    { $count ->
        [one] { $count } commande ne changerait pas.
        [many] { $count } de commandes ne changeraient pas.
       *[other] { $count } commandes ne changeraient pas.
    }
desk-orders-bulk-mails =
    { $count ->
        [one] { $count } e-mail serait envoyé.
        [many] { $count } d’e-mails seraient envoyés.
       *[other] { $count } e-mails seraient envoyés.
    }
desk-orders-bulk-held =
    { $count ->
        [one] { $count } e-mail attendrait que vous le libériez.
        [many] { $count } d’e-mails attendraient que vous les libériez.
       *[other] { $count } e-mails attendraient que vous les libériez.
    }
desk-orders-bulk-addressless =
    { $count ->
        [one] { $count } commande n’a pas d’adresse e-mail valide.
        [many] { $count } de commandes n’ont pas d’adresse e-mail valide.
       *[other] { $count } commandes n’ont pas d’adresse e-mail valide.
    }
desk-orders-bulk-tell = Enregistrer et envoyer les e-mails
desk-orders-bulk-done =
    { $count ->
        [one] { $count } commande a été modifiée.
        [many] { $count } de commandes ont été modifiées.
       *[other] { $count } commandes ont été modifiées.
    }
desk-orders-bulk-changed = Statut défini
desk-orders-bulk-unchanged = Avait déjà ce statut
