package nl.respijt.toegang;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import nl.respijt.database.Proefdienst;
import nl.respijt.toegang.Account.Identiteit;
import org.junit.jupiter.api.Test;

class AccountsTest {
    private final Proefdienst dienst = Proefdienst.gedeeld();
    private final Accounts accounts = dienst.bean(Accounts.class);
    private final Sessies sessies = dienst.bean(Sessies.class);

    private static String adres() {
        return "iemand-%s@voorbeeld.example".formatted(UUID.randomUUID());
    }

    private Account nieuw(Rol rol, String email) {
        return gedaan(accounts.maak(Accounts.Nieuw.van(rol, "Sanne de Vries", email)));
    }

    private static Account gedaan(AccountResultaat resultaat) {
        assertThat(resultaat).isInstanceOf(AccountResultaat.Gedaan.class);
        return ((AccountResultaat.Gedaan) resultaat).account();
    }

    @Test
    void an_address_has_one_account_for_each_role() {
        var email = adres();
        var verwijzer = nieuw(Rol.VERWIJZER, email);
        var coordinator = nieuw(Rol.GROEPSCOORDINATOR, email);

        assertThat(accounts.metEmail(email)).containsExactly(coordinator, verwijzer);
        assertThat(accounts.maak(Accounts.Nieuw.van(Rol.VERWIJZER, "Een ander", email)))
                .isEqualTo(new AccountResultaat.AdresInGebruik());
        assertThat(accounts.zetRol(verwijzer.id(), Rol.GROEPSCOORDINATOR))
                .isEqualTo(new AccountResultaat.AdresInGebruik());
    }

    @Test
    void an_identity_is_one_account() {
        var identiteit =
                new Identiteit("https://inloggen.example", UUID.randomUUID().toString());
        var een = gedaan(
                accounts.maak(Accounts.Nieuw.van(Rol.MAKELAAR, "Een", adres()).met(identiteit)));
        var ander = nieuw(Rol.MAKELAAR, adres());

        assertThat(accounts.metIdentiteit(identiteit)).contains(een);
        assertThat(accounts.koppel(ander.id(), identiteit)).isEqualTo(new AccountResultaat.IdentiteitInGebruik());
    }

    @Test
    void who_is_blocked_is_signed_out_and_stays_out() {
        var account = nieuw(Rol.MAKELAAR, adres());
        var koek = sessies.open(account);
        assertThat(sessies.find(koek).map(Aanmelding::persoonId)).contains(Optional.of(account.id()));

        assertThat(gedaan(accounts.blokkeer(account.id())).isGeblokkeerd()).isTrue();

        assertThat(sessies.find(koek)).isEmpty();
        assertThat(sessies.find(sessies.open(account))).isEmpty();
    }

    @Test
    void who_gets_another_role_signs_in_anew() {
        var account = nieuw(Rol.MAKELAAR, adres());
        var koek = sessies.open(account);

        var gemeente = gedaan(accounts.zetRol(account.id(), Rol.GEMEENTE));

        assertThat(sessies.find(koek)).isEmpty();
        assertThat(sessies.find(sessies.open(gemeente)).map(Aanmelding::rol)).contains(Rol.GEMEENTE);
    }

    @Test
    void a_person_can_be_signed_out_everywhere() {
        var persoon = Optional.of(UUID.randomUUID());
        var telefoon = sessies.open("gastheer-a", "A", Rol.GASTHEER, persoon);
        var laptop = sessies.open("gastheer-a", "A", Rol.GASTHEER, persoon);
        var ander = sessies.open("gastheer-b", "B", Rol.GASTHEER, Optional.of(UUID.randomUUID()));

        assertThat(sessies.sluitVan(Rol.GASTHEER, persoon.get())).isEqualTo(2);

        assertThat(sessies.find(telefoon)).isEmpty();
        assertThat(sessies.find(laptop)).isEmpty();
        assertThat(sessies.find(ander)).isPresent();
    }

    @Test
    void an_account_nobody_has_cannot_be_changed() {
        var id = UUID.randomUUID();

        assertThat(accounts.blokkeer(id)).isEqualTo(new AccountResultaat.Onbekend(id));
        assertThat(accounts.zetRol(id, Rol.GEMEENTE)).isEqualTo(new AccountResultaat.Onbekend(id));
    }
}
