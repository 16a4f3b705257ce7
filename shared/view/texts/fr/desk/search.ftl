# Every id here begins with "desk-search-"; what each is for stands in en/desk/search.ftl.
desk-search = Recherche
desk-search-label = Rechercher dans toutes les commandes et tous les clients
desk-search-placeholder = Commande, nom, e-mail, téléphone, colis
desk-search-do = Rechercher
desk-search-hits =
    { $count ->
        [one] { $count } résultat
        [many] { $count } de résultats
       *[other] { $count } résultats
    }
desk-search-hits-more =
    { $count ->
        [one] Au moins { $count } résultat
        [many] Au moins { $count } de résultats
       *[other] Au moins { $count } résultats
    }
desk-search-all = Tous les résultats
desk-search-how = Saisissez une partie d’un nom ou d’une société, une adresse e-mail, un numéro de téléphone, un code postal ou n’importe quel numéro : de commande, de colis, de facture ou d’article.
desk-search-found = Trouvé pour « { $query } »
desk-search-none = Aucun résultat pour « { $query } ».
desk-search-none-number = S’il s’agit du numéro d’une nouvelle commande, vérifiez que les webhooks de la boutique arrivent.
desk-search-none-yet = Aucun résultat pour « { $query } » parmi les plus récents. Consultez les plus anciens.
desk-search-short = Les mots d’une ou deux lettres ne sont trouvés qu’entiers. Saisissez au moins trois lettres pour trouver une partie d’un mot.
desk-search-partial = Les résultats sont trop nombreux pour être tous affichés. Ajoutez un mot, par exemple un code postal.
desk-search-older = Résultats plus anciens
desk-search-customer = Client
desk-search-unnamed = Sans nom
desk-search-why = Correspondance : { $reasons }
desk-search-order-number = numéro de commande
desk-search-order-id = identifiant de commande
desk-search-reference = référence
desk-search-marketplace-order = numéro de commande sur la place de marché
desk-search-marketplace-user = nom d’utilisateur sur la place de marché
desk-search-tracking = numéro de suivi du colis { $number }
desk-search-invoice = numéro de facture
desk-search-credit-note = numéro d’avoir
desk-search-packing-slip = numéro de bon de livraison
desk-search-document = numéro de document
desk-search-sku = référence de l’article à la ligne { $number }
desk-search-mark = filtre
desk-search-name = nom
desk-search-trading-name = nom commercial
desk-search-email = adresse e-mail
desk-search-phone = numéro de téléphone
desk-search-customer-id = numéro de client
desk-search-contact-name = nom d’un autre contact
desk-search-contact-email = adresse e-mail d’un autre contact
desk-search-delivery-name = nom dans l’adresse de livraison
desk-search-billing-name = nom dans l’adresse de facturation
desk-search-delivery-company = société dans l’adresse de livraison
desk-search-billing-company = société dans l’adresse de facturation
desk-search-delivery-postcode = code postal dans l’adresse de livraison
desk-search-billing-postcode = code postal dans l’adresse de facturation
