"""Given names of many countries, written by hand: before another word they speak for a person."""

from typing import Final

from crisis_archive.text.folding import fold

_FORENAMES: Final = """
Aaron Abby Abigail Adam Adrian Agnes Alan Albert Alec Alex Alexander Alexandra Alexis Alfred Alice Alicia
Alison Allan Allen Allison Alvin Amanda Amber Amelia Amy Andrea Andrew Andy Angela Angus Anita Ann Anna
Anne Annie Anthony Antony Archie Arnold Arthur Ashley Audrey Barbara Barry Ben Benjamin Bernard Bernie
Bert Beth Betty Bill Billy Bob Bobby Boris Brad Bradley Brandon Brenda Brendan Brent Brett Brian Bridget
Bruce Bryan Byron Calvin Cameron Carl Carla Carol Caroline Carolyn Catherine Cecil Cecilia Celine Charles
Charlie Charlotte Cheryl Chris Christina Christine Christopher Chuck Cindy Claire Clara Clarence Claudia
Clifford Clint Clive Cody Colin Connie Conor Craig Curtis Cynthia Daisy Dale Dan Daniel Danny Darren Dave
David Dawn Dean Debbie Deborah Denise Dennis Derek Diana Diane Dick Dina Don Donald Donna Doris Dorothy
Doug Douglas Duncan Dustin Dwight Earl Ed Eddie Edgar Edith Edmund Edward Edwin Eileen Elaine Eleanor
Elizabeth Ella Ellen Elliott Emily Emma Eric Erica Erik Ernest Ernie Erwin Esther Ethan Eugene Eva Evan
Evelyn Fiona Florence Floyd Frances Francis Frank Franklin Fred Freddie Frederick Gail Gareth Gary Gavin
Geoff Geoffrey George Gerald Gerard Gerry Gilbert Gina Glen Glenn Gloria Gordon Graham Grant Greg Gregory
Guy Gwen Hannah Harold Harriet Harris Harry Harvey Heather Helen Henry Herbert Holly Howard Hugh Hugo Ian
Irene Isaac Isabel Ivan Jack Jackie Jacob Jacqueline Jake James Jamie Jan Jane Janet Janice Jason Jay
Jean Jeff Jeffrey Jennifer Jenny Jeremy Jerome Jerry Jesse Jessica Jill Jim Jimmy Joan Joanna Joanne Joe
Joel Joey John Johnny Jon Jonathan Joseph Josh Joshua Joyce Judith Judy Julia Julian Julie June Justin
Karen Karl Kate Katherine Kathleen Kathryn Kathy Katie Keith Kelly Ken Kenneth Kerry Kevin Kim Kirk
Kristen Kurt Kyle Larry Laura Lauren Laurence Lawrence Leah Lee Len Leo Leon Leonard Leroy Leslie Lewis
Liam Linda Lindsay Lindsey Lisa Liz Lloyd Logan Lois Loretta Lori Louis Louise Lucas Lucy Luke Luther
Lydia Lynn Maggie Malcolm Marcia Marcus Margaret Maria Marian Marie Marilyn Marion Marjorie Mark Marlene
Marsha Martha Martin Marvin Mary Matt Matthew Maureen Maurice Max Maxine Megan Melanie Melinda Melissa
Melvin Meredith Mia Michael Michele Michelle Mick Mickey Mike Mildred Miles Milton Miranda Miriam Mitch
Mitchell Molly Monica Morgan Morris Muriel Myra Nadine Nancy Naomi Natalie Nate Nathan Neal Ned Neil Nell
Nelson Nicholas Nick Nicole Nigel Nina Noah Noel Nora Norma Norman Oliver Olivia Oscar Owen Pam Pamela
Pat Patricia Patrick Patsy Patty Paul Paula Pauline Peggy Penny Percy Perry Pete Peter Phil Philip
Phillip Phyllis Polly Rachel Ralph Ramona Randall Randy Ray Raymond Rebecca Reggie Regina Rene Rex Rhonda
Ricardo Richard Rick Ricky Rita Rob Robert Roberta Robin Rod Roderick Rodney Roger Roland Ron Ronald
Ronnie Rory Rosa Rose Rosemary Ross Roy Ruby Rudolph Rudy Rupert Russell Ruth Ryan Sally Sam Samantha
Samuel Sandra Sandy Sara Sarah Saul Scott Sean Seth Shane Shannon Sharon Shaun Shawn Sheila Shelley
Shirley Sidney Simon Sonia Sophia Sophie Stacey Stan Stanley Stella Stephanie Stephen Steve Steven
Stewart Stuart Sue Susan Susie Suzanne Sylvia Tamara Tania Tanya Tara Ted Terence Teresa Terri Terry
Thelma Theodore Theresa Thomas Tiffany Tim Timothy Tina Toby Todd Tom Tommy Toni Tony Tracy Travis Trevor
Troy Tyler Valerie Vanessa Vera Vernon Veronica Vicki Victor Victoria Vince Vincent Viola Violet Virginia
Vivian Wallace Walter Wanda Warren Wayne Wendell Wendy Wesley Wilbur Will William Willie Winston Yvonne
Zachary Zoe Adolfo Agustín Alberto Alejandra Alejandro Alfonso Alfredo Álvaro Ana Andrés Ángel Antonia
Antonio Arturo Augusto Beatriz Benito Bernardo Camila Carlos Carmen César Cilia Cristian Cristina Daniela
Delcy Diego Diosdado Dolores Domingo Edgardo Eduardo Elena Emilio Enrique Ernesto Esteban Eugenio Evo
Fabián Federico Felipe Fernanda Fernando Fidel Francisca Francisco Gabriel Gabriela Gerardo Germán
Gonzalo Guadalupe Guillermo Gustavo Héctor Henrique Hernán Hilda Horacio Ignacio Inés Iván Jaime Javier
Jesús Joaquín Jorge José Juan Juana Julio Leonardo Leopoldo Lucía Luis Luisa Manuel Manuela Marcela
Marcelo Marco Marcos Margarita María Mariana Mariano Mario Marta Martín Mateo Mauricio Mercedes Miguel
Milagros Mónica Natalia Nicolás Octavio Omar Óscar Pablo Paola Patricio Paz Pedro Pilar Rafael Ramiro
Ramón Raquel Raúl Roberto Rocío Rodolfo Rodrigo Rogelio Rolando Rosario Rubén Salvador Santiago Sergio
Silvia Simón Sofía Teodoro Tomás Valentina Vicente Víctor Ximena Yolanda Afonso Benedita Caetano Dilma
Edson Flávio Geraldo Getúlio Gilberto Jair João Joaquim Luiz Marina Michel Paulo Renato Thiago Vasco
Achim Albrecht Andreas Angelika Annalena Anneliese Bernd Bernhard Birgit Christa Christoph Claus Dieter
Dietrich Dirk Eberhard Elke Erich Ernst Franz Friedrich Fritz Gerd Gerhard Gisela Gottfried Guido Günter
Günther Hannelore Hans Hartmut Heidi Heiko Heinrich Heinz Helga Helmut Hermann Holger Horst Ingrid Jochen
Joachim Johann Johannes Joschka Jürgen Karin Karsten Katja Katrin Klaus Konrad Lothar Ludwig Manfred
Markus Matthias Monika Norbert Olaf Otto Petra Rainer Reinhard Renate Rolf Rudolf Sabine Siegfried Silke
Stefan Sven Theo Thorsten Torsten Udo Ulrich Ursula Uwe Volker Walther Werner Wilhelm Wolfgang Agnès
Alain Amélie André Antoine Arnaud Aurélie Bernadette Bertrand Brigitte Cécile Chantal Christophe Claude
Corinne Denis Didier Dominique Édouard Emmanuel Étienne Fabrice Florian Florent François Françoise
Frédéric Gaston Geneviève Georges Gérard Gilles Guillaume Hélène Henri Hervé Isabelle Jacques Jérôme
Julien Laurent Lionel Luc Lucien Marcel Marine Mathieu Maxime Michèle Monique Nathalie Nicolas Odile
Olivier Pascal Philippe Pierre Rémi Romain Sébastien Ségolène Serge Simone Stéphane Sylvie Thierry Valéry
Véronique Xavier Yves Yvette Alessandro Angelo Bruno Camillo Carlo Chiara Claudio Corrado Dario Davide
Domenico Elisabetta Enrico Enzo Ettore Fabio Filippo Flavio Franco Franca Gianfranco Gianni Giancarlo
Giorgia Giorgio Giovanni Giuliano Giulia Giulio Giuseppe Guglielmo Ilaria Lamberto Luca Luciano Luigi
Marcello Massimo Matteo Maurizio Michela Nicola Paolo Pasquale Piero Pietro Renzo Riccardo Romano
Salvatore Sandro Silvio Stefano Umberto Valerio Vincenzo Vittorio Anders Anneli Arne Astrid Bengt
Birgitta Bjarne Björn Bjorn Bo Börje Carin Dag Egil Einar Erika Erling Erna Fredrik Gro Gunnar Gustaf
Gustav Håkan Halvard Harald Henrik Ingvar Jens Jonas Jukka Kari Kirsten Knut Lars Lasse Leif Magnus Mats
Mette Mikael Nils Olav Ole Olof Oluf Pål Paavo Pekka Pentti Per Poul Ragnar Rune Sanna Sauli Sigrid
Solveig Steen Stig Sverre Thor Thorvald Tore Trond Ulf Ulrika Urho Viggo Aleksandr Aleksei Aleksey Alexei
Alexey Alla Anastasia Anatol Anatoli Anatoly Andrei Andrey Arkady Artem Denys Dmitri Dmitriy Dmitry
Dmytro Ekaterina Elvira Evgeny Fyodor Gennadi Gennady Grigory Igor Ilya Ihor Irina Katya Kirill
Konstantin Ksenia Larisa Leonid Lev Lyudmila Maksim Maxim Mikhail Mikheil Mykhailo Mykola Nadezhda
Natalya Nikita Nikolai Nikolay Oksana Oleg Oleksandr Oleksiy Oleh Olga Pavel Petro Polina Ramzan Roman
Ruslan Sergei Sergey Serhiy Stanislav Svetlana Taras Tatiana Tatyana Timur Vadim Valentin Valery Vasily
Viktor Vitali Vitaly Vladimir Vladislav Volodymyr Vsevolod Vyacheslav Yegor Yelena Yevgeny Yulia Yuliya
Yuri Yuriy Yury Zoya Aleksander Andrzej Antoni Bogdan Bohdan Bronislaw Czeslaw Dariusz Dragan Dusan
Ferenc Franjo Gabor Goran Gyorgy Ilie Imre Ion Istvan Ivica Jacek Jadwiga Janez Janos Jaroslav Jaroslaw
Jerzy Jiri Josef Jozef Kazimierz Laszlo Lech Leszek Ljubisa Lubomir Malgorzata Marek Mariusz Mateusz
Milan Milo Milos Miloslav Milorad Mircea Miroslav Momir Nebojsa Nenad Nicolae Petr Piotr Predrag Radoslaw
Radovan Ratko Sandor Slavko Slobodan Stanislaw Stevan Stipe Tadeusz Tomasz Traian Tibor Tudor Vaclav
Vlado Vojislav Vuk Wojciech Wladyslaw Zbigniew Zdenek Zoran Abbas Abdallah Abdel Abdelaziz Abdullah
Abdulla Abdul Abdurrahman Abu Adel Adnan Ahmad Ahmed Akbar Ali Amal Amin Amina Amir Anwar Arif Ashraf
Asif Ayman Aziz Bashar Bashir Benazir Ebrahim Fadi Fahd Faisal Farid Farouk Faruk Fatima Fawzi Firoz
Ghassan Hafez Hakim Hamid Hamza Hani Hanan Haroon Hasan Hashem Hassan Hisham Hosni Hossein Husni Hussein
Ibrahim Ihab Imad Imran Iqbal Ismail Issa Jamal Jawad Kamal Karim Khaled Khalid Khalil Laila Layla Leila
Mahdi Mahmoud Mahmud Malik Mansour Marwan Maryam Mehdi Mohamad Mohamed Mohammad Mohammed Mohsen Moshe
Muammar Muhammad Muhammadu Mustafa Nabih Nabil Nadia Naguib Nasser Nawaf Nawaz Nizar Nouri Osama Osman
Pervez Qasem Qassem Rafik Rafiq Rahim Raja Ramzi Rania Rashid Riad Saad Sabah Saddam Said Saeed Salah
Salam Saleh Salim Salman Sami Samir Sayed Sayyed Selim Shahbaz Shaukat Suleiman Sultan Tamim Tariq Tawfiq
Usman Walid Yahya Yasir Yasser Yassin Youssef Yusuf Zahra Zaid Zain Zainab Ziad Ziyad Abdulkadir Ahmet
Alparslan Bülent Cem Deniz Devlet Ekrem Emine Erdal Fatih Fethullah Hakan Hikmet Kemal Mehmet Mesut
Mevlut Murat Necmettin Orhan Recep Selahattin Süleyman Tansu Turgut Yildirim Aharon Ariel Avi Avigdor
Benny Binyamin Dalia Dov Efraim Ehud Elie Gadi Gideon Golda Itamar Menachem Meir Naftali Natan Reuven
Shaul Shimon Shlomo Tzipi Uri Uzi Yaakov Yair Yehuda Yitzhak Yoav Yossi Zeev Ajay Akhilesh Amit Amitabh
Anand Anil Arjun Arun Arvind Ashok Atal Bal Deepak Dilip Ganesh Gopal Indira Inder Jaswant Jawaharlal
Kapil Kiran Krishna Lakshmi Lal Lalu Madhav Mahesh Mamata Manmohan Manoj Mohan Mukesh Naresh Narendra
Nitin Pankaj Pradeep Prakash Pranab Prasad Priyanka Rahul Raj Rajiv Rajendra Rajesh Rakesh Ram Ramesh
Ravi Sachin Sandeep Sanjay Shashi Shiv Subhash Sunil Suresh Sushma Uma Usha Vijay Vikram Vinod Yogi
Gotabaya Mahinda Maithripala Ranil Chandrika Velupillai Sheikh Khaleda Ziaur Abiy Adama Akinwumi Alassane
Amara Babatunde Bakili Blaise Cellou Chinua Cyril Desmond Faure Félix Folake Goodluck Hage Hastings
Idriss Isaias Jomo Kizza Kofi Kwame Léopold Levy Macky Mobutu Mugabe Mwai Nana Ngozi Nkosazana Olusegun
Oluwole Raila Sani Sékou Sekou Solomon Thabo Tito Uhuru Umaru Wole Yoweri Zine Akihito Akira Bambang
Chiang Chiyo Fumio Haruki Hiroshi Hirohito Ichiro Junichiro Kazuo Keiko Keizo Kenji Kiichi Makoto Masako
Masayoshi Megawati Minoru Naoto Nguyen Noboru Norodom Prabowo Ryutaro Sanae Sadako Satoshi Shigeru Shinzo
Suharto Takashi Takeo Taro Thaksin Tomiichi Toshiki Yasuhiro Yasuo Yingluck Yoichi Yoko Yoshihide Yoshiro
Yukio Aung Corazon Ferdinand Imelda Joko Susilo Mahathir Najib Nurul Jin Jiang Deng Hu Xi Park Ban Ki
"""

FORENAMES: Final = frozenset(fold(name) for name in _FORENAMES.split())
"""Given names, folded."""
ALSO_PLACES: Final = frozenset(
    fold(name)
    for name in (
        "Austin Charlotte Florence Georgia Virginia Victoria Jordan Chad Israel India Paris Salvador "
        "Santiago Milan Sydney Houston Madison Jackson Lincoln Adelaide Alexandria Valencia Lourdes "
        "Guadalupe Mercedes Rosario Paz Jin Hu Xi Ban Ki Park Sheikh Sultan San Carolina Dallas Lima Asia "
        "America Nana Said Grant Frank Guy Will Mark Bill Rose June May April Dawn Holly Ivy Penny Rob Sue "
        "Pat Ram Lal Bo Per Max Rich Art Gene Jay Van Roman Troy Cody Dale Don Hope Joy Faith Grace Amber "
        "Ruby Violet Viola Sandy Rusty Earl Duke Dean Tito Perry Warren Wayne Lloyd Morris Morgan Harris "
        "Mitchell Wallace Gilbert Tudor Saab Solomon Kirk Ford Chase Hugo Oscar"
    ).split()
)
"""Given names that begin other names, too: they are no proof; folded."""
