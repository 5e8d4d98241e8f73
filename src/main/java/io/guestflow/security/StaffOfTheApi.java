package io.guestflow.security;

import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.stereotype.Component;

/** Lets a filter chain of another package look at every request whether whoever signed in still belongs to the staff. */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class StaffOfTheApi extends AbstractHttpConfigurer<StaffOfTheApi, HttpSecurity> {

    private final StaffAuthenticationProvider staff;

    StaffOfTheApi(StaffAuthenticationProvider staff) {
        this.staff = staff;
    }

    /** Posts of the pages' scripts carry the token that the pages gave them. */
    @Override
    public void init(HttpSecurity http) throws Exception {
        http.csrf(csrf -> csrf.csrfTokenRepository(SecurityChains.csrfTokens()));
    }

    @Override
    public void configure(HttpSecurity http) {
        http.addFilterBefore(new StaffOnDuty(staff), AnonymousAuthenticationFilter.class);
    }
}
