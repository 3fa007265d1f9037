import { wordSet } from './tokens.js';

/** First names that are common in Belgium (French, Dutch, English, Maghreb, Turkish, Polish, Romanian, African, Iberian and Italian). */
export const firstNames = wordSet(`
  Adrien Alain Albert Alexandre Alexandra Alexis Alice Aline Amandine Amélie André Andrée Anne Annie Antoine Anthony Arnaud Arthur
  Audrey Aurélie Aurore Axel Baptiste Bastien Benjamin Benoît Bernadette Bernard Bertrand Brigitte Bruno Camille Carine Caroline
  Catherine Cécile Cédric Céline Chantal Charles Charlotte Chloé Christelle Christian Christiane Christine Christophe Claude
  Claudine Clément Clémentine Colette Corentin Corinne Cyril Damien Danielle Daniel David Delphine Denis Denise Didier Dimitri
  Dominique Dorothée Édouard Éléonore Élise Élodie Émilie Emma Emmanuel Emmanuelle Éric Estelle Étienne Eugène Fabien Fabienne
  Fabrice Fanny Florence Florian François Françoise Franck Frédéric Frédérique Gabriel Gaëlle Gaëtan Geneviève Geoffrey Georges
  Gérard Ghislaine Gilbert Gilles Grégory Guillaume Guy Hélène Henri Hervé Hubert Hugo Isabelle Jacqueline Jacques Jean Jeanne
  Jeannine Jérémy Jérôme Joëlle Jonathan José Joseph Josiane Julie Julien Juliette Justine Karine Kevin Laetitia Laura Laure
  Laurence Laurent Léa Léon Liliane Loïc Louis Louise Luc Lucie Lucien Ludovic Madeleine Manon Marc Marcel Margaux Marguerite Marie
  Marine Marion Marius Marthe Martine Maryse Mathieu Mathilde Matthieu Maurice Maxime Mélanie Michel Michèle Micheline Mireille
  Monique Morgane Muriel Mylène Nadine Nathalie Nathan Nicolas Nicole Noémie Odette Olivier Pascal Pascale Patrice Patricia Patrick
  Paul Pauline Philippe Pierre Quentin Raphaël Raymond Régine Régis Rémy Renaud René Richard Robert Roger Roland Romain Sabine
  Samuel Sandra Sandrine Sarah Sébastien Serge Simone Solange Sonia Sophie Stéphane Stéphanie Sylvain Sylvie Tanguy Théo Thérèse
  Thibault Thierry Thomas Valentin Valérie Vanessa Véronique Victor Vincent Virginie Viviane Xavier Yannick Yves Yvette Yvonne
  Annelies Anneleen Ann Annick Arne Barbara Bart Ben Bert Birgit Bram Carl Christel Christof Danny Dave Dieter Dirk Eddy Elke Ellen
  Els Erik Erwin Evelien Evi Filip Frank Freddy Frederik Geert Gerda Gert Geertrui Godelieve Greet Griet Guido Gunther Hanne Hans
  Heidi Hendrik Herman Hilde Ilse Inge Ingrid Jan Jasper Jef Jelle Jens Jeroen Jo Joachim Johan Johnny Joke Jonas Joost Joris Jos
  Joyce Jozef Jurgen Karel Karen Karin Karl Katleen Katrien Kathleen Katrijn Kim Klaas Koen Kris Kristel Kristof Kurt Lars Leen Lena
  Leo Lieve Lieven Lies Liesbeth Linda Lode Lore Lotte Luk Lut Maarten Machteld Marijke Marleen Martijn Mia Mieke Myriam Nele Nico
  Nick Niels Patrik Peter Piet Pieter Ria Rik Rita Rob Robbe Roel Rudi Rudy Ruben Sander Sara Sien Sigrid Sofie Stefaan Stefan Sten
  Stijn Sven Sybille Tim Tine Tinne Tom Toon Veerle Viktor Walter Werner Wim Wouter Yannis
  Adam Alan Alex Amanda Amy Andrew Angela Ashley Brian Carol Carole Chris Christopher Colin Craig Deborah Diana Donald Donna Dylan
  Edward Elizabeth Emily Frances Gary George Graham Gordon Hannah Harry Heather Helen Henry Howard Ian Jack James Jane Janet Jason
  Jennifer Jessica Joan Joe John Josh Joshua Judith Karl Kate Katherine Keith Kelly Kenneth Laurie Liam Lisa Lucy Margaret Maria
  Mark Martha Martin Mary Matthew Michael Michelle Mike Nancy Neil Nigel Oliver Oscar Pamela Rachel Rebecca Ryan Sally Samantha Scott
  Sean Sharon Simon Stephen Steve Steven Stuart Susan Teresa Tony Tracy William Zoe
  Abdel Abdelaziz Abdelkader Abdelkrim Abdellah Abderrahim Abderrahman Abdou Abdoulaye Achraf Adil Ahmed Aïcha Aicha Ali Amal Amina
  Amine Amir Anissa Anouar Asma Assia Ayoub Aziz Aziza Badr Bilal Bouchra Brahim Chaima Dounia Driss Fadila Faiza Farah Farid Farida
  Fatiha Fatima Fatma Fouad Habib Hafid Hajar Hakim Halima Hamid Hamza Hanane Hasna Hassan Hassna Hicham Hind Houda Hussein Ibrahim
  Ibtissam Ilham Ilias Imad Imane Ismaël Ismail Jalal Jamal Jamila Kamal Karim Karima Khadija Khalid Khaled Lahcen Laila Lamia Latifa
  Leila Leïla Loubna Malika Mariam Maryam Mehdi Meryem Miloud Mimoun Mina Mohamed Mohammed Mostafa Mouna Mounir Mourad Moussa Mustafa
  Mustapha Nabil Nadia Nadir Naima Najat Najib Nassim Nawal Noura Nora Omar Othmane Rabia Rachid Rachida Rania Redouane Rida Saïd Said
  Saïda Salah Salim Salima Saloua Samir Samira Sana Siham Sofia Sofiane Soraya Soufiane Souad Soumaya Tarik Tariq Wafa Walid Widad
  Yacine Yasmina Yasmine Yassin Yassine Younes Youssef Youssra Zakaria Zineb Zohra Zouhair
  Ahmet Aylin Ayse Ayşe Burak Cem Cemal Deniz Elif Emine Emre Erdal Erdem Erkan Esra Eda Fatih Fikret Gökhan Gülay Gülsen Hakan Halil
  Hatice Hüseyin Hulya Hülya Kadir Kemal Kerem Levent Mehmet Meral Merve Metin Mesut Murat Mustafa Nuray Okan Osman Özgür Özlem Ramazan
  Recep Selim Selma Sevgi Sibel Süleyman Tolga Ufuk Umut Volkan Yasin Yavuz Yusuf Zehra Zeki Zeynep
  Agnieszka Aleksandra Andrzej Anna Barbara Beata Bogdan Cristina Dariusz Dorota Elena Elżbieta Ewa Florin Gheorghe Grzegorz Ioana Ion
  Irina Ivan Jacek Jadwiga Jarosław Jerzy Joanna Jolanta Katarzyna Krystyna Krzysztof Magdalena Małgorzata Marek Mariusz Marta
  Mihai Mihaela Monika Natalia Olga Oksana Paweł Piotr Radu Ryszard Sergiu Sławomir Stanisław Svetlana Tadeusz Teresa Tomasz Vasile
  Viorel Wojciech Zbigniew Dragan Goran Milan Dejan Nikola Arben Besnik Dritan Georgi Dimitar Nikolay Stoyan Yordan
  Alessandro Alessandra Ana Antonio Carla Carlos Carmen Claudio Cristiano Dolores Enrico Enzo Fernando Francesca Francesco Franco
  Giovanni Giuseppe Giulia Isabel João Joaquim Jorge Juan Luca Luigi Luis Manuel Manuela Marco Mario Matteo Miguel Paolo Paula
  Paulo Pedro Rafael Ricardo Roberto Rosa Rosario Salvatore Silvia Vincenzo
  Aminata Awa Binta Boubacar Djamila Fanta Fatou Fatoumata Ibrahima Kadiatou Kofi Kouamé Mamadou Mariama Modou Ousmane Oumar Sekou
  Seydou Thierno Mbuyi Kabongo Kalonji Patience Divine Dieudonné Innocent Espérance Odile Placide
  Arjun Deepak Priya Rajesh Sanjay Singh Sunita Vijay Wei Li Ming Nguyen Thanh Linh Minh`);

/** First names that are ordinary words too: only a capitalised surname after them makes a name of them. */
export const doubtfulFirstNames = wordSet(`
  Ann Ben Claude Divine Els Espérance Florence Franco Frank Guy Innocent Ion Jean Jo Jos Kim Laure Leen Li Lies Lore Louise Lut Marine Mark
  Mina Ming Minh Nele Nick Patience Pierre Placide Prime Rob Sana Sander Sten Victor Wei Charlotte Camille Milan Rida Kate Axel
  Singh Nguyen Mario Sien Manon Ria Tine Toon Gilles Christian Georges Colette Albert Rosario Dolores Carmen Adam Odette Simone Lena`);

/** Surnames that are common in Belgium and no ordinary words: with one of these a title or an initial is enough, even in small letters. */
export const surnames = wordSet(`
  Peeters Janssens Janssen Maes Jacobs Mertens Willems Claes Goossens Wouters Desmet Dubois Lambert Dupont Durand Dumont Leclercq Leroy
  Laurent Simon Dupuis Denis Renard Lejeune Gerard Hermans Michiels Aerts Martens Hendrickx Pauwels Smets Claeys Stevens Segers
  Coppens Lemmens Thys Cools Bogaerts Verhoeven Verstraete Vermeulen Declercq Devos Dewulf Debacker Decoster Deprez Delvaux Delhaye
  Delcourt Delacroix Deschamps Desmedt Dierckx Diels Geerts Bosmans Baert Bauwens Beckers Callens Cornelis Daems Engelen Geudens
  Gielen Huybrechts Jansen Joris Lenaerts Lauwers Luyten Martin Mathieu Moens Nijs Nys Petit-Jean Poncelet Raes Roels Rousseau Saelens
  Sterckx Swinnen Timmermans Vandamme Vandenberghe Vandenbroucke Vandenbossche Vandeputte Verbeke Verbruggen Vercammen Verlinden
  Vermeersch Verschueren Vervoort Vervaeke Wauters Wuyts Lefebvre Lefèvre Bertrand Bodart Bodson Collard Collignon Cuvelier Dethier
  Evrard Fontaine Gilson Goffin Hubert Jadot Lacroix Ledent Leblanc Legrand Leonard Mahieu Marchal Massart Noël-Dubois Parmentier
  Pirard Pirotte Servais Thiry Toussaint Urbain Wathelet Amrani Alaoui Benali Benabdellah Bouazza Bouchard Boukhari Chaoui Cherkaoui
  Fassi Haddad Hamdaoui Idrissi Jabri Kaddouri Khattabi Lahlou Mansouri Mokhtari Naciri Ouali Rahmani Saidi Tahiri Yilmaz Yildirim
  Yıldız Demir Kaya Celik Şahin Öztürk Aydin Aydın Arslan Koç Kowalski Nowak Wisniewski Popescu Ionescu Diallo Bah Barry Sow Camara
  Kabila Mukendi Tshibangu Ilunga Silva Santos Ferreira Pereira Rossi Russo Ferrari Esposito Garcia Fernandez Lopez Rodriguez Smith
  Jones Johnson Williams Taylor Davies Evans Robinson Thompson Walker Murphy O'Brien O'Connor`);
