# Every id here begins with "desk-orders-"; what each is for stands in en/desk/orders.ftl.
desk-orders = Ordrar
desk-orders-shop = Butik
desk-orders-stage = Läge
desk-orders-any = Alla
desk-orders-filter = Filter
desk-orders-head-order = Beställning
desk-orders-head-placed = Beställd
desk-orders-flag = Visa bara
desk-orders-late = Försenad
desk-orders-held = Mejl hålls tillbaka
desk-orders-urgent = Brådskande
desk-orders-deleted = Raderad i butiken
desk-orders-watched = På bevakningslistan
desk-orders-mail-failed = Ett mejl misslyckades
desk-orders-since = Beställd sedan
desk-orders-status = Status i butiken
desk-orders-number = Nummer, artikel eller paket
desk-orders-show = Visa
desk-orders-all = Visa alla ordrar
desk-orders-none = Det finns inga ordrar än.
desk-orders-none-fits = Ingen order passar. Ta bort något av filtren.
desk-orders-none-older = Det finns inga äldre ordrar.
desk-orders-none-yet = Ingen av de nyaste ordrarna passar. Titta bland de äldre.
desk-orders-older = Äldre ordrar

## A status for many orders
desk-orders-select = Välj beställning { $number }
desk-orders-select-all = Välj alla på den här sidan
desk-orders-selected =
    { $count ->
        [one] { $count } vald
       *[other] { $count } valda
    }
desk-orders-bulk = Sätt status
desk-orders-bulk-title =
    { $count ->
        [one] Sätt status för { $count } beställning
       *[other] Sätt status för { $count } beställningar
    }
desk-orders-bulk-none = Välj några beställningar först.
desk-orders-bulk-change =
    { $count ->
        [one] { $count } beställning skulle ändras.
       *[other] { $count } beställningar skulle ändras.
    }
desk-orders-bulk-same =
    { $count ->
        [one] { $count } beställning skulle inte ändras.
       *[other] { $count } beställningar skulle inte ändras.
    }
desk-orders-bulk-mails =
    { $count ->
        [one] { $count } mejl skulle skickas.
       *[other] { $count } mejl skulle skickas.
    }
desk-orders-bulk-held =
    { $count ->
        [one] { $count } mejl skulle vänta tills du släpper det.
       *[other] { $count } mejl skulle vänta tills du släpper dem.
    }
desk-orders-bulk-addressless =
    { $count ->
        [one] { $count } beställning har ingen giltig mejladress.
       *[other] { $count } beställningar har ingen giltig mejladress.
    }
desk-orders-bulk-tell = Spara och skicka mejlen
desk-orders-bulk-done =
    { $count ->
        [one] { $count } beställning har ändrats.
       *[other] { $count } beställningar har ändrats.
    }
desk-orders-bulk-changed = Status satt
desk-orders-bulk-unchanged = Hade redan denna status
